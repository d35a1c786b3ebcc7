using System.Collections.Frozen;

namespace Dateline.Worker.Classification.Regions;

/// <summary>
/// Whether a capitalised word of another language than English may be the gazetteer's place: its English words for peoples, parties and offices are other words
/// there, and small towns bear the names of everything.
/// </summary>
/// <param name="words">The language's words that are names of places to the gazetteer only, folded.</param>
internal readonly struct ForeignWords(FrozenSet<string> words)
{
    /// <summary>Weight that a city needs where its capital may be the sentence's.</summary>
    private const float LargeCity = 5.7f;

    public bool MayBePlace(PlaceWords text, int from, int to, PlaceSense[] senses)
    {
        var top = PlaceGuards.Strongest(senses);
        if (top.Kind == PlaceKind.Adjective || top.Kind == PlaceKind.Organisation && to - from == 1)
            return false;
        var name = text.Folded(from, to);
        if (words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            return false;
        return to - from > 1 || top.IsStrong || (top.Weight >= LargeCity || !text.IsSentenceStart(from)) && !StandsSmall(text, name);
    }

    private static bool StandsSmall(PlaceWords text, ReadOnlySpan<char> name)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (!text[i].Capital && text.Folded(i, i + 1).SequenceEqual(name))
                return true;
        }

        return false;
    }
}
