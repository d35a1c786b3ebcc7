namespace Dateline.Worker.Classification.Regions;

/// <summary>What a form names. The order is part of the gazetteer's file.</summary>
internal enum PlaceKind : byte
{
    Country,
    Adjective,
    Capital,
    City,

    /// <summary>A first-level subdivision or an area of a country.</summary>
    Area,
    Organisation,
    Person,

    /// <summary>A name that only looks like a place or is larger than a country (Washington Post, Europe): it takes its words and says nothing.</summary>
    Block,
}
