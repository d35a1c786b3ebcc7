namespace Dateline.Worker.Classification.Evaluation;

/// <summary>How well an article's countries are found: all that are named, the focus set, and the first in focus.</summary>
internal sealed class RegionScores
{
    private int hits, wrong, missed, focusHits, focusWrong, focusMissed, topRight, inFocus, texts;

    /// <summary>A text whose main country is known is counted; <paramref name="gold"/> and <paramref name="goldMain"/> are ISO codes.</summary>
    public void Add(IReadOnlyCollection<string> gold, IReadOnlyCollection<string> goldMain, IReadOnlyList<string> named, IReadOnlyList<string> focus)
    {
        texts++;
        Count(gold, named, ref hits, ref wrong, ref missed);
        Count(gold, focus, ref focusHits, ref focusWrong, ref focusMissed);
        topRight += focus.Count > 0 && goldMain.Contains(focus[0]) ? 1 : 0;
        inFocus += focus.Any(goldMain.Contains) ? 1 : 0;
    }

    public int Texts => texts;

    public TopicCounts Named => new("named", hits, wrong, missed);

    public TopicCounts Focus => new("focus", focusHits, focusWrong, focusMissed);

    /// <summary>Share of texts whose first focus country is a main one.</summary>
    public double TopRight => texts == 0 ? 0 : (double)topRight / texts;

    /// <summary>Share of texts with a main country anywhere in focus.</summary>
    public double InFocus => texts == 0 ? 0 : (double)inFocus / texts;

    private static void Count(IReadOnlyCollection<string> gold, IReadOnlyList<string> said, ref int hits, ref int wrong, ref int missed)
    {
        var right = said.Count(gold.Contains);
        hits += right;
        wrong += said.Count - right;
        missed += gold.Count - right;
    }
}
