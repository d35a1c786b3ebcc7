using System.Text.RegularExpressions;

namespace Dateline.Benchmarks.Pages;

/// <summary>How alike two texts are in their runs of four words; every page weighs the same, however long it is.</summary>
internal sealed partial class ShingleCounts
{
    private const int Size = 4;

    private double found;
    private double strays;
    private double missed;

    public int Pages { get; private set; }

    public double Precision => found / Math.Max(found + strays, 1e-9);

    public double Recall => found / Math.Max(found + missed, 1e-9);

    public double F => 2 * Precision * Recall / Math.Max(Precision + Recall, 1e-9);

    /// <summary>Counts a page; the answer is what of it was found, wrongly taken and missed, in shares of all.</summary>
    public (double Found, double Strays, double Missed) Add(string wanted, string got)
    {
        var (left, right) = (Of(wanted), Of(got));
        double both = left.Sum(pair => Math.Min(pair.Value, right.GetValueOrDefault(pair.Key)));
        double all = Math.Max(left.Values.Sum() + right.Values.Sum() - both, 1);
        var shares = (Found: both / all, Strays: (right.Values.Sum() - both) / all, Missed: (left.Values.Sum() - both) / all);
        (found, strays, missed, Pages) = (found + shares.Found, strays + shares.Strays, missed + shares.Missed, Pages + 1);
        return shares;
    }

    private static Dictionary<string, int> Of(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToArray();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at + Math.Min(Size, words.Length) <= words.Length && words.Length > 0; at++)
        {
            var shingle = string.Join(' ', words, at, Math.Min(Size, words.Length));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }

        return counts;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
