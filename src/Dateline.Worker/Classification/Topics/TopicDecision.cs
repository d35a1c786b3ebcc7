namespace Dateline.Worker.Classification.Topics;

/// <summary>Which probabilities become tags.</summary>
internal static class TopicDecision
{
    /// <summary>
    /// A topic at this probability or above is tagged in a text that is read to its end: F1 is best at half of itself (Lipton and others 2014; .78 to
    /// .79 by cross-validation).
    /// </summary>
    public const double Tagged = .4;

    /// <summary>The same where there is more than a lead: an article wanders, and the scale was learned on short texts.</summary>
    public const double TaggedInArticle = .5;

    /// <summary>The most probable topic is tagged from here on even when it is not sure.</summary>
    public const double TopKept = .3;

    /// <summary>The tagged topics, the most probable first; empty when nothing reaches <see cref="TopKept"/>.</summary>
    public static IReadOnlyList<int> Choose(ReadOnlySpan<double> probabilities, int textLength)
    {
        var tagged = textLength > TopicFeatures.LeadChars ? TaggedInArticle : Tagged;
        var chosen = new List<(int Topic, double P)>(3);
        var top = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] > probabilities[top])
                top = i;
            if (probabilities[i] >= tagged)
                chosen.Add((i, probabilities[i]));
        }

        if (chosen.Count == 0 && probabilities.Length > 0 && probabilities[top] >= TopKept)
            chosen.Add((top, probabilities[top]));
        return chosen.OrderByDescending(entry => entry.P).ThenBy(entry => entry.Topic).Select(entry => entry.Topic).ToArray();
    }
}
