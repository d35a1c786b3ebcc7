using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Lexicons;

/// <summary>
/// From a lexicon's sums to probabilities: a logistic curve over the logarithm of a topic's sum and its share of all sums, with a shift a
/// topic. Learned on English rows and their lexicon, which is written on the same scale as all others.
/// </summary>
internal sealed record LexiconScale(float Sum, float Share, float[] Shifts)
{
    public void Probabilities(ReadOnlySpan<float> sums, Span<double> probabilities)
    {
        var all = 0f;
        foreach (var sum in sums)
            all += Math.Max(0, sum);
        for (var t = 0; t < sums.Length; t++)
            probabilities[t] = sums[t] <= 0 ? 0 : 1 / (1 + Math.Exp(-((Sum * LogSum(sums[t])) + (Share * sums[t] / all) + Shifts[t])));
    }

    public static float LogSum(float sum) => MathF.Log(1 + sum);

    /// <summary>A scale that trusts nothing; for tests and tools that need none.</summary>
    public static LexiconScale None => new(0, 0, [.. Enumerable.Repeat(-20f, TopicCatalog.Count)]);
}
