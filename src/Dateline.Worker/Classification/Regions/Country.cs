namespace Dateline.Worker.Classification.Regions;

/// <summary>A country with its place in UN M49; sub-region and continent are slugs, empty where M49 has none.</summary>
internal sealed record Country(string Code, string Name, string Subregion, string Continent);
