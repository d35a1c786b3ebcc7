namespace Dateline.Worker.Classification.Topics;

/// <summary>The words and pairs that spoke most for a label.</summary>
internal static class ModelEvidence
{
    private const int Candidates = 16;

    /// <summary>A word in more than a twentieth of the texts makes no pair worth showing ("in washington").</summary>
    private const float Common = 4;

    /// <summary>Fills with words' and pairs' numbers, the strongest first; gives how many there are. A pair stands for its words.</summary>
    public static int Find(TopicModel model, TopicFeatures features, int label, Span<int> shown)
    {
        Span<(int Id, float Share)> candidates = stackalloc (int, float)[Candidates];
        var count = 0;
        foreach (var (id, _) in candidates[..Strongest(model, features, label, candidates)])
        {
            if (count == shown.Length)
                break;
            if (!model.IsPair(id, out var first, out var second))
                count = IsPartOf(model, id, shown[..count]) ? count : Append(shown, count, id);
            else if (Math.Min(model.Idf[first], model.Idf[second]) >= Common)
                count = InPlaceOf(shown, count, id, first, second);
        }

        return count;
    }

    private static int Strongest(TopicModel model, TopicFeatures features, int label, Span<(int Id, float Share)> strongest)
    {
        var count = 0;
        for (var i = 0; i < features.Count; i++)
        {
            var entry = (Id: features.Ids[i], Share: features.Values[i] * model.Weight(features.Ids[i], label));
            var at = count;
            while (at > 0 && IsBefore(entry, strongest[at - 1]))
                at--;
            if (entry.Share <= 0 || at == strongest.Length)
                continue;
            count = Math.Min(count + 1, strongest.Length);
            for (var move = count - 1; move > at; move--)
                strongest[move] = strongest[move - 1];
            strongest[at] = entry;
        }

        return count;
    }

    /// <summary>Of two alike the first in the alphabet, in which words are numbered.</summary>
    private static bool IsBefore((int Id, float Share) one, (int Id, float Share) other) =>
        one.Share != other.Share ? one.Share > other.Share : one.Id < other.Id;

    private static bool IsPartOf(TopicModel model, int word, ReadOnlySpan<int> shown)
    {
        foreach (var id in shown)
        {
            if (model.IsPair(id, out var first, out var second) && (first == word || second == word))
                return true;
        }

        return false;
    }

    private static int InPlaceOf(Span<int> shown, int count, int pair, int first, int second)
    {
        var (kept, isShown) = (0, false);
        for (var i = 0; i < count; i++)
        {
            if (shown[i] != first && shown[i] != second)
                shown[kept++] = shown[i];
            else if (!isShown)
                (shown[kept++], isShown) = (pair, true);
        }

        return isShown ? kept : Append(shown, kept, pair);
    }

    private static int Append(Span<int> shown, int count, int id)
    {
        shown[count] = id;
        return count + 1;
    }
}
