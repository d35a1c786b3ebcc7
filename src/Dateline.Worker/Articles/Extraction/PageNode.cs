using AngleSharp.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>A node of the page as extraction sees it: an element with its hints and figures, or a run of text.</summary>
internal sealed class PageNode(string tag, IElement? element, PageNode? parent)
{
    public string Tag { get; } = tag;
    public IElement? Element { get; } = element;
    public PageNode? Parent { get; } = parent;
    public List<PageNode> Children { get; } = [];

    /// <summary>The text of a text node.</summary>
    public string Text { get; init; } = "";

    /// <summary>Class and id in lower case.</summary>
    public string Hints { get; init; } = "";

    /// <summary>The class alone in lower case.</summary>
    public string ClassHints => Element?.ClassName?.ToLowerInvariant() ?? "";

    public bool IsNamedForContent { get; init; }

    /// <summary>Characters of text in the subtree.</summary>
    public int Length { get; set; }

    /// <summary>Of those, characters inside links.</summary>
    public int LinkLength { get; set; }

    /// <summary>Characters of running text: in paragraphs that are long enough and not made of links.</summary>
    public int Prose { get; set; }

    /// <summary>Nodes in the subtree, itself among them.</summary>
    public int Size { get; set; } = 1;

    /// <summary>Whether a headline or an article is in the subtree.</summary>
    public bool HasHeadline { get; set; }

    /// <summary>Whether a heading of the first level is in the subtree.</summary>
    public bool HasFirstHeading { get; set; }

    /// <summary>The running text of that element in the subtree that is named for content and has most of it.</summary>
    public int NamedProse { get; set; }

    /// <summary>Whether text stands in it outside its elements.</summary>
    public bool HasOwnText { get; set; }

    public bool IsText => Element is null;

    public double LinkDensity => Length == 0 ? 0 : (double)LinkLength / Length;
}
