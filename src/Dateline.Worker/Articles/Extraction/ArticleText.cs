using AngleSharp.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The article's text and how sure it is.</summary>
internal readonly record struct ScoredText(string Text, double Confidence);

/// <summary>Finds the element that holds the article and writes its blocks out in order.</summary>
internal static class ArticleText
{
    private const int Enough = 250;

    public static ScoredText Read(IElement body)
    {
        var strict = Extract(body, prune: true);
        if (strict.Text.Length >= Enough)
            return strict;
        var lenient = Extract(body, prune: false);
        return lenient.Text.Length > strict.Text.Length * 2 ? lenient with { Confidence = lenient.Confidence / 2 } : strict;
    }

    private static ScoredText Extract(IElement body, bool prune)
    {
        var root = PageTree.Build(body, Chrome.IsOutside);
        if (prune)
            Prune(root);
        var top = MainElement.Find(root);
        var text = BlockWriter.Write(top);
        return new ScoredText(text, Confidence(text, top));
    }

    /// Hints are words that sites choose: an element that holds much of the page's prose is kept whatever it is called
    private static void Prune(PageNode root)
    {
        var total = Math.Max(root.Prose, 1);
        foreach (var node in PageTree.InOrder(root))
        {
            node.Children.RemoveAll(child => !child.IsText && Chrome.HasChromeHints(child.Hints) && child.Prose < total * 0.4);
        }

        PageTree.Measure(root);
    }

    private static double Confidence(string text, PageNode top)
    {
        if (text.Length == 0)
            return 0;
        var length = Math.Min(text.Length / 1500.0, 1);
        var links = 1 - Math.Min(top.LinkDensity * 2, 1);
        return Math.Round(0.2 + 0.5 * length + 0.3 * links, 2);
    }
}
