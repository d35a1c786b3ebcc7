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

    public List<Mention> Read(string text, Gazetteer gazetteer)
    {
        var found = new List<(Mention Mention, int Rank)>();
        if (substrings is not null)
            substrings.Match(text, (form, start, length) => Add(found, form, start, start + length, gazetteer));
        else
            ReadWords(text, found, gazetteer);
        return Longest(found);
    }

    private void ReadWords(string text, List<(Mention Mention, int Rank)> found, Gazetteer gazetteer)
    {
        var starts = new int[(text.Length / 2) + 1];
        var ends = new int[starts.Length];
        var split = new WordBuffer(new char[text.Length], ends, starts);
        split.Add(text, splitAtApostrophe: true);
        words.Match(split, (form, word, count) =>
        {
            var last = word + count - 1;
            var end = starts[last] + ends[last] - (last == 0 ? 0 : ends[last - 1]);
            if (!char.IsUpper(form.Form[0]) || !char.IsLower(text[starts[word]]))
                Add(found, form, starts[word], Math.Min(end, text.Length), gazetteer);
        });
    }

    private static void Add(List<(Mention Mention, int Rank)> found, RegionForm form, int start, int end, Gazetteer gazetteer)
    {
        if (gazetteer.Number(form.Code) is >= 0 and var country)
            found.Add((new Mention(country, start, end, form.PlaceKind), found.Count));
    }

    /// <summary>Drops what lies inside a longer form; forms with two codes keep both.</summary>
    private static List<Mention> Longest(List<(Mention Mention, int Rank)> found)
    {
        var kept = new List<Mention>();
        foreach (var (mention, _) in found.OrderBy(entry => entry.Mention.Start).ThenByDescending(entry => entry.Mention.End).ThenBy(entry => entry.Rank))
        {
            var inside = kept.Count > 0 && mention.Start < kept[^1].End && (mention.Start, mention.End) != (kept[^1].Start, kept[^1].End);
            if (!inside)
                kept.Add(mention);
        }

        return kept;
    }
}
