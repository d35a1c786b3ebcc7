using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>Writes an element's blocks of text in order.</summary>
internal sealed class BlockWriter
{
    private const char LineBreak = '\u2028';

    // More paragraphs than any article has; bounds what a hostile page can cost
    private const int MaxBlocks = 8000;

    private readonly List<PageBlock> blocks = [];
    private readonly StringBuilder current = new();
    private int linkLength;
    private int listsOfLinks;
    private string blockTag = "div";

    public static IReadOnlyList<PageBlock> Write(PageNode top)
    {
        var writer = new BlockWriter();
        writer.Walk(top);
        return writer.blocks;
    }

    /// <summary>The blocks as one text; headings with nothing under them are left out.</summary>
    public static string Join(IReadOnlyList<PageBlock> blocks)
    {
        var count = blocks.Count;
        while (count > 0 && blocks[count - 1].Heading)
            count--;
        return string.Join("\n\n", blocks.Take(count).Select(block => block.Text));
    }

    private void Walk(PageNode top)
    {
        var work = new Stack<(PageNode Node, bool Leaving, bool IsBlock)>();
        work.Push((top, false, false));
        while (blocks.Count < MaxBlocks && work.TryPop(out var step))
        {
            var node = step.Node;
            if (node.IsText)
            {
                current.Append(node.Text);
                continue;
            }

            if (step.Leaving)
            {
                Leave(node, step.IsBlock);
                continue;
            }

            var isBox = IsBox(node);
            var isBlock = isBox || IsBlock(node.Tag);
            if (isBlock)
                Flush("div");
            if (node != top && (IsLinkList(node) || isBox && node.LinkDensity > 0.6) && !IsAnnounced(node))
            {
                AddLinks(node);
                continue;
            }

            if (isBlock && !isBox)
                blockTag = node.Tag;
            if (node.Tag is "ul" or "ol" && IsLinkList(node))
                listsOfLinks++;
            if (node.Tag == "br")
                current.Append(LineBreak);
            work.Push((node, true, isBlock));
            for (var index = node.Children.Count - 1; index >= 0; index--)
                work.Push((node.Children[index], false, false));
        }

        Flush("div");
    }

    /// Links are no text, but the button of an offer is one
    private void AddLinks(PageNode node)
    {
        const int Longest = 200;
        if (node.Length > Longest)
            return;
        var text = PageTree.TextOf(node);
        if (text.Length > 0)
            blocks.Add(new(text, Heading: false, Links: true));
    }

    /// A list of links is the article's where its text says that it comes
    private bool IsAnnounced(PageNode node) =>
        node.Tag is "ul" or "ol" && (listsOfLinks > 0 || blocks.Count > 0 && blocks[^1] is { Links: false, Text: [.., ':'] } before && !PromotionText.IsLabel(before.Text));

    private void Leave(PageNode node, bool isBlock)
    {
        if (node.Tag == "a")
            linkLength += node.Length;
        if (isBlock)
            Flush("div");
        if (node.Tag is "ul" or "ol" && listsOfLinks > 0 && IsLinkList(node))
            listsOfLinks--;
        if (node.Tag is "td" or "th")
            current.Append(' ');
    }

    /// A cell of a table that lays out the page, as against one of figures
    private static bool IsBox(PageNode node)
    {
        const int Longest = 300;
        const int MostColumns = 12;
        return node.Tag == "td" && (node.Length > Longest || node.Children.Exists(child => child.Tag is "p" or "ul" or "table")
            || node.Parent is { Length: > Longest, Children.Count: <= 2 * MostColumns } row && row.Children.Exists(cell => cell.Tag == "td" && cell.Length > Longest));
    }

    private static bool IsLinkList(PageNode node) =>
        node.Tag is "ul" or "ol" or "table" or "div" or "section" or "p" && node.Length > 0 && node.LinkDensity > (node.Tag is "p" ? 0.8 : 0.6) && !node.Children.Any(IsSaying) && !(node.Tag is "p" && IsSaid(PageTree.TextOf(node)));

    /// An item with a sentence of its own: what stands beside it may be links, and the list is none of links
    private static bool IsSaying(PageNode node)
    {
        const int Shortest = 80;
        return node.Tag == "li" && node.Children.Where(child => child.IsText).Sum(child => child.Length) >= Shortest;
    }

    private void Flush(string next)
    {
        // Soft hyphens say where a word may be broken, and would hide it from every search
        var raw = current.Replace("\u00AD", "").ToString();
        current.Clear();
        var (tag, links) = (blockTag, linkLength);
        (blockTag, linkLength) = (next, 0);
        foreach (var text in Paragraphs(raw))
        {
            var heading = tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";
            var isLinks = !heading && listsOfLinks == 0 && tag is not ("li" or "tr") && links > 0.6 * TextLength.Of(text) && TextLength.Of(text) < 200 && !IsSaid(text);
            blocks.Add(new(text, heading, isLinks, tag is "li" or "tr" or "dd" or "dt" or "pre"));
        }
    }

    /// A sentence may be a link from its first word to its last; headlines of other stories have no full stop
    private static bool IsSaid(string text)
    {
        const int Shortest = 40;
        return text.Length >= Shortest && text[^1] == '.' && !text.EndsWith("...", StringComparison.Ordinal) && !text.AsSpan(0, Shortest / 2).Contains(':');
    }

    /// One break goes on with the paragraph, two begin the next
    private static IEnumerable<string> Paragraphs(string raw)
    {
        var paragraph = new StringBuilder();
        foreach (var line in raw.Split(LineBreak))
        {
            var text = HtmlText.Squeeze(line);
            if (text.Length > 0)
            {
                paragraph.Append(paragraph.Length > 0 ? " " : "").Append(text);
                continue;
            }

            if (paragraph.Length > 0)
                yield return paragraph.ToString();
            paragraph.Clear();
        }

        if (paragraph.Length > 0)
            yield return paragraph.ToString();
    }

    private static bool IsBlock(string tag) => tag is "p" or "div" or "section" or "article" or "main" or "header" or "hr" or "ul" or "ol" or "li" or "blockquote" or "pre" or "table"
        or "tr" or "dl" or "dt" or "dd" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "body" or "address" or "details" or "summary" or "fieldset" or "figure" or "form" or "aside" or "footer";
}
