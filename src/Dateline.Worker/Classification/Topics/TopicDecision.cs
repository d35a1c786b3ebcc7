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

    /// <summary>
    /// The most probable topic is tagged from here on even when it is not sure: by the trained model (.2 to .3 is right one time in three), by
    /// a lexicon, whose single words mislead sooner.
    /// </summary>
    private const double TopKept = .2, TopKeptByLexicon = .3;

    /// <summary>From where on the most probable topic is tagged in a language.</summary>
    public static double Kept(string language) => TopicTagger.ByModel(language) ? TopKept : TopKeptByLexicon;

    /// <summary>The tagged topics, the most probable first; empty when nothing reaches <see cref="Kept"/>.</summary>
    public static IReadOnlyList<int> Choose(ReadOnlySpan<double> probabilities, int textLength, string language)
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

        if (chosen.Count == 0 && probabilities.Length > 0 && probabilities[top] >= Kept(language))
            chosen.Add((top, probabilities[top]));
        return chosen.OrderByDescending(entry => entry.P).ThenBy(entry => entry.Topic).Select(entry => entry.Topic).ToArray();
    }
}
