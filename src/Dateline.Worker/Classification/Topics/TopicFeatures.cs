namespace Dateline.Worker.Classification.Topics;

/// <summary>What the topic model sees of an article: title and the head of its text, as the same words for training and for use.</summary>
internal static class TopicFeatures
{
    /// <summary>Characters of the title that are read.</summary>
    public const int TitleChars = 300;

    /// <summary>Characters of the text that are read: the news is in the head; more adds nothing (GWN180: .717 at 900, .722 for all).</summary>
    public const int TextChars = 900;

    /// <summary>
    /// Characters of the lead, which is also read alone and counts for half of a longer text's score: the labelled texts are short, and what comes
    /// later is background (LGL .691 to .724 micro-F1; 200 to 600 characters all gain).
    /// </summary>
    public const int LeadChars = 350;

    /// <summary>Characters that a lexicon reads: it knows few words, so it wants many (French articles, right of five: .70 at 350, .74 at 900, .78 whole).</summary>
    public const int LexiconChars = 8_000;

    /// <summary>Buffer sizes that hold both.</summary>
    public const int MaxChars = TitleChars + TextChars, MaxWords = MaxChars / 2;

    public static ReadOnlySpan<char> Head(ReadOnlySpan<char> text, int chars) => text.Length > chars ? text[..chars] : text;

    /// <summary>Sublinear term frequency.</summary>
    public static float Frequency(int count) => 1 + MathF.Log(count);

    /// <summary>A lexicon's summed weights as a feature; <see cref="LexiconScale"/> puts it on the scale of a tf-idf value.</summary>
    public static float Lexicon(float sum) => sum > 0 ? LexiconScale * MathF.Log(1 + sum) : 0;

    private const float LexiconScale = .25f;
}
