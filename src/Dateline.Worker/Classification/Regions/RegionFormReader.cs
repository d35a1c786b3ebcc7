using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Regions;

/// <summary>A line of a lexicon of country forms: kind is one of <c>name adj capital city org person area</c>.</summary>
internal readonly record struct RegionForm(string Code, string Form, string Kind)
{
    public PlaceKind PlaceKind => Kind switch
    {
        "name" => PlaceKind.Country,
        "adj" => PlaceKind.Adjective,
        "capital" => PlaceKind.Capital,
        "city" => PlaceKind.City,
        "area" => PlaceKind.Area,
        "person" => PlaceKind.Person,
        _ => PlaceKind.Organisation,
    };
}

/// <summary>
/// Finds a language's country forms in a text. A form with a capital wants one in the text (Nice is no nice); one without takes either,
/// for the sake of sentence starts. Where two forms overlap the longer one stands. Immutable.
/// </summary>
internal sealed class RegionFormReader
{
    private readonly WordTrie<RegionForm> words = new();
    private readonly SubstringIndex<RegionForm>? substrings;

    public RegionFormReader(string language, IEnumerable<RegionForm> forms)
    {
        if (language is "zh" or "ja")
        {
            substrings = new SubstringIndex<RegionForm>(forms.Select(form => (form.Form, form)));
            return;
        }

        foreach (var form in forms)
            words.Add(form.Form, splitAtApostrophe: true, form);
    }

    /// <summary>Fills <paramref name="mentions"/> with what the text names, in its order.</summary>
    public void Read(ReadOnlySpan<char> text, Gazetteer gazetteer, List<Mention> mentions)
    {
        var found = reading ??= new FormReading();
        found.Start(gazetteer);
        if (substrings is not null)
        {
            substrings.Match(text, found.AddPart);
        }
        else
        {
            found.Split(text);
            words.Match(found.Words, found.AddWords);
        }

        found.Longest(mentions);
    }

    [ThreadStatic]
    private static FormReading? reading;
}
