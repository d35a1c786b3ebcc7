namespace Dateline.Worker.Classification.Topics;

/// <summary>Which probabilities become tags.</summary>
internal static class TopicDecision
{
    /// <summary>
    /// A topic at this probability or above is tagged in a text that is read to its end: F1 is best near half of itself (Lipton and others 2014), on the
    /// development part at .35 (.823; at .3 .821, at .4 .820).
    /// </summary>
    public const double Tagged = .35;

    /// <summary>The same where there is more than a lead: an article wanders, and the scale was learned on short texts.</summary>
    public const double TaggedInArticle = .5;

    /// <summary>
    /// The most probable topic is tagged from here on even when it is not sure: by the trained model (what this tags alone below .2 was right in five
    /// of seven held-out texts), and later in a short text without a title, which need not be news, and by a lexicon, whose single words mislead sooner.
    /// </summary>
    private const double TopKept = .1, TopKeptOfSentence = .25, TopKeptByLexicon = .38;

    /// <summary>From where on the most probable topic is tagged in a language.</summary>
    public static double Kept(string language, string? title, string? text) =>
        !TopicTagger.ByModel(language) ? TopKeptByLexicon
        : string.IsNullOrEmpty(title) && (text?.Length ?? 0) <= TopicFeatures.LeadChars ? TopKeptOfSentence : TopKept;

    /// <summary>The tagged topics, the most probable first; empty when nothing is sure and the most probable does not reach <paramref name="kept"/>.</summary>
    public static int[] Choose(ReadOnlySpan<double> probabilities, int textLength, double kept)
    {
        var tagged = textLength > TopicFeatures.LeadChars ? TaggedInArticle : Tagged;
        Span<int> chosen = stackalloc int[probabilities.Length];
        var (count, top) = (0, 0);
        for (var topic = 0; topic < probabilities.Length; topic++)
        {
            if (probabilities[topic] > probabilities[top])
                top = topic;
            if (probabilities[topic] < tagged)
                continue;
            var at = count++;
            for (; at > 0 && probabilities[topic] > probabilities[chosen[at - 1]]; at--)
                chosen[at] = chosen[at - 1];
            chosen[at] = topic;
        }

        if (count == 0 && probabilities.Length > 0 && probabilities[top] >= kept)
            chosen[count++] = top;
        return count == 0 ? [] : chosen[..count].ToArray();
    }
}
