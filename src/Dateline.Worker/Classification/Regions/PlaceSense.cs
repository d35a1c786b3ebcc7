namespace Dateline.Worker.Classification.Regions;

/// <summary>
/// One reading of a form. <paramref name="Country"/> is a number in the gazetteer's list; <paramref name="Weight"/> is about the decimal
/// logarithm of the inhabitants, 9 for a country; <paramref name="State"/> is the two letters of a US state or empty;
/// <paramref name="Acronym"/>: only written in capitals (US, LA).
/// </summary>
internal readonly record struct PlaceSense(byte Country, PlaceKind Kind, float Weight, string State, bool Acronym)
{
    /// <summary>Country number of a <see cref="PlaceKind.Block"/>.</summary>
    public const byte Nowhere = byte.MaxValue;

    /// <summary>Names that stand for themselves and need no evidence.</summary>
    public bool IsStrong => Kind is PlaceKind.Country or PlaceKind.Adjective or PlaceKind.Organisation or PlaceKind.Person;

    public bool IsPopulated => Kind is PlaceKind.City or PlaceKind.Capital or PlaceKind.Area;
}
