namespace Dateline.Worker.Classification.Training;

/// <summary>
/// How much more often two words stand near each other than chance would have it: positive pointwise mutual information, the words' counts
/// damped (Levy, Goldberg and Dagan 2015), as a symmetric sparse matrix.
/// </summary>
internal sealed class Cooccurrence
{
    /// <summary>Words after a word that are near it.</summary>
    private const int Window = 8;

    /// <summary>Half of 1 for one word's count and .75 for the other's, since either may be the context.</summary>
    private const double Damping = .875;

    private readonly int[] starts, columns;
    private readonly float[] values;

    private Cooccurrence(int[] starts, int[] columns, float[] values) => (this.starts, this.columns, this.values) = (starts, columns, values);

    public int Words => starts.Length - 1;

    public ReadOnlySpan<int> Columns(int word) => columns.AsSpan(starts[word]..starts[word + 1]);

    public ReadOnlySpan<float> Values(int word) => values.AsSpan(starts[word]..starts[word + 1]);

    /// <param name="texts">The known words of each text, in their order.</param>
    /// <param name="words">How many words are known.</param>
    public static Cooccurrence Of(IEnumerable<int[]> texts, int words)
    {
        var pairs = Pairs(texts, words);
        var sums = new double[words];
        foreach (var (a, b, count) in pairs)
            (sums[a], sums[b]) = (sums[a] + count, sums[b] + count);
        var contexts = Math.Log(sums.Sum(sum => Math.Pow(1 + sum, .75)));
        var near = new List<(int A, int B, float Value)>(pairs.Count);
        foreach (var (a, b, count) in pairs)
        {
            var value = Math.Log(a == b ? 2 * count : count) - (Damping * (Math.Log(1 + sums[a]) + Math.Log(1 + sums[b]))) + contexts;
            if (value > 0)
                near.Add((a, b, (float)value));
        }

        return Symmetric(near, words);
    }

    private static List<(int A, int B, int Count)> Pairs(IEnumerable<int[]> texts, int words)
    {
        var all = new List<long>();
        foreach (var ids in texts)
        {
            for (var i = 0; i < ids.Length; i++)
            {
                for (var j = i + 1; j < ids.Length && j <= i + Window; j++)
                    all.Add(((long)Math.Min(ids[i], ids[j]) * words) + Math.Max(ids[i], ids[j]));
            }
        }

        all.Sort();
        var pairs = new List<(int, int, int)>();
        for (var i = 0; i < all.Count;)
        {
            var (pair, first) = (all[i], i);
            while (i < all.Count && all[i] == pair)
                i++;
            pairs.Add(((int)(pair / words), (int)(pair % words), i - first));
        }

        return pairs;
    }

    private static Cooccurrence Symmetric(List<(int A, int B, float Value)> near, int words)
    {
        var starts = new int[words + 1];
        foreach (var (a, b, _) in near)
        {
            starts[a + 1]++;
            starts[b + 1] += a == b ? 0 : 1;
        }

        for (var i = 0; i < words; i++)
            starts[i + 1] += starts[i];
        var (next, columns, values) = (starts[..^1], new int[starts[^1]], new float[starts[^1]]);
        foreach (var (a, b, value) in near)
        {
            (columns[next[a]], values[next[a]++]) = (b, value);
            if (a != b)
                (columns[next[b]], values[next[b]++]) = (a, value);
        }

        return new Cooccurrence(starts, columns, values);
    }
}
