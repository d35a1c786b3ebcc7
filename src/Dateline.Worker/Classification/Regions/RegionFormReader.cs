using Dateline.Worker.Classification.Languages;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Regions;

/// <summary>
/// Finds a language's country forms in a text. A form with a capital wants one in the text (Nice is no nice); one without takes either,
/// for the sake of sentence starts. Where two forms overlap the longer one stands. Immutable.
/// </summary>
internal sealed class RegionFormReader
{
    /// <summary>A shorter form with a small word before it is often another word.</summary>
    private const int ShortestWithHead = 4;

    private readonly WordTrie<RegionForm> words = new();
    private readonly SubstringIndex<RegionForm>? substrings;

    public RegionFormReader(string language, IEnumerable<RegionForm> forms)
    {
        if (language is "zh" or "ja")
        {
            substrings = new SubstringIndex<RegionForm>(forms.Select(form => (form.Form, form)));
            return;
        }

        var all = forms as IReadOnlyList<RegionForm> ?? [.. forms];
        foreach (var form in all.Concat(WithHeads(all, JoinedWords.Heads(language))))
            words.Add(form.Form, splitAtApostrophe: true, form);
    }

    /// <summary>The forms with the small words that are written in one with them, but for those that have one already.</summary>
    private static IEnumerable<RegionForm> WithHeads(IReadOnlyList<RegionForm> forms, IReadOnlyCollection<string> heads)
    {
        var known = heads.Count == 0 ? [] : forms.Select(form => form.Form).ToHashSet(StringComparer.Ordinal);
        foreach (var form in heads.Count == 0 ? [] : forms)
        {
            if (form.Form.IndexOf(' ', StringComparison.Ordinal) is var end && (end < 0 ? form.Form.Length : end) < ShortestWithHead
                || heads.Any(head => form.Form.StartsWith(head, StringComparison.Ordinal) && known.Contains(form.Form[head.Length..])))
                continue;
            foreach (var head in heads)
            {
                if (!known.Contains(head + form.Form))
                    yield return form with { Form = head + form.Form };
            }
        }
    }

    /// <summary>Fills <paramref name="mentions"/> with what the text names, in its order; those of the kind <see cref="PlaceKind.Block"/> name nothing.</summary>
    public void Read(ReadOnlySpan<char> text, Gazetteer gazetteer, List<Mention> mentions)
    {
        var found = reading ??= new FormReading();
        found.Start(gazetteer);
        if (substrings is not null)
        {
            found.Keep(text);
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
