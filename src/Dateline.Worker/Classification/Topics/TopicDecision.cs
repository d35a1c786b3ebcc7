namespace Dateline.Worker.Classification.Topics;

/// <summary>Which probabilities become tags.</summary>
internal static class TopicDecision
{
    /// <summary>A topic at this probability or above is tagged.</summary>
    public const double Tagged = .5;

    /// <summary>The most probable topic is tagged from here on even when it is not sure.</summary>
    public const double TopKept = .3;

    /// <summary>The tagged topics, the most probable first; empty when nothing reaches <see cref="TopKept"/>.</summary>
    public static IReadOnlyList<int> Choose(ReadOnlySpan<double> probabilities)
    {
        var chosen = new List<(int Topic, double P)>(3);
        var top = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] > probabilities[top])
                top = i;
            if (probabilities[i] >= Tagged)
                chosen.Add((i, probabilities[i]));
        }

        if (chosen.Count == 0 && probabilities.Length > 0 && probabilities[top] >= TopKept)
            chosen.Add((top, probabilities[top]));
        return chosen.OrderByDescending(entry => entry.P).ThenBy(entry => entry.Topic).Select(entry => entry.Topic).ToArray();
    }
}
