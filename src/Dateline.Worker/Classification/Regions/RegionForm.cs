namespace Dateline.Worker.Classification.Regions;

/// <summary>
/// A line of a lexicon of country forms: kind is one of <c>name adj capital city org person area</c>; <c>inner</c> is a name that is another word where a
/// sentence begins and a person's behind a capitalised word (Vietnamese Anh), <c>none</c> a form that names nothing and takes what lies in it (developing countries,
/// which in Chinese have China in them).
/// </summary>
internal readonly record struct RegionForm(string Code, string Form, string Kind)
{
    public const string Inner = "inner";

    public PlaceKind PlaceKind => Kind switch
    {
        "name" or Inner => PlaceKind.Country,
        "adj" => PlaceKind.Adjective,
        "capital" => PlaceKind.Capital,
        "city" => PlaceKind.City,
        "area" => PlaceKind.Area,
        "person" => PlaceKind.Person,
        "none" => PlaceKind.Block,
        _ => PlaceKind.Organisation,
    };
}
