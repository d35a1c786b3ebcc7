using System.Buffers;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// Makes a page small before it is parsed: scripts, styles, comments, drawings and inline formatting go, and of the attributes only those
/// that extraction reads stay. What is left is bounded in size, in tags and in depth, so that no page can take long to parse.
/// </summary>
internal ref partial struct MarkupDiet
{
    private const int MaxLength = 3 << 20;
    private const int MaxTags = 90_000;
    private const int MaxDepth = 200;
    private const int LongestName = 32;

    private static readonly SearchValues<char> TagNameEnds = SearchValues.Create(" \t\r\n\f/>");

    private readonly ReadOnlySpan<char> html;
    private readonly TextBuffer slim;
    private readonly HashSet<string> exhausted = [];
    private int at;
    private int depth;
    private int tags;
    private int menuEnd = -1;

    /// What space stands at the edge of a block is never shown; as nodes it would make up a third of the tree
    private bool isAtEdge = true;
    private bool hasSpace;

    private MarkupDiet(ReadOnlySpan<char> html, TextBuffer slim)
    {
        this.html = html;
        this.slim = slim;
    }

    /// <summary>Writes the smaller page to the buffer.</summary>
    public static void Apply(ReadOnlySpan<char> html, TextBuffer slim) => new MarkupDiet(html, slim).Run();

    private void Run()
    {
        while (at < html.Length && slim.Length < MaxLength && tags < MaxTags)
        {
            var rest = html[at..];
            var bracket = rest.IndexOf('<');
            var text = bracket < 0 ? rest : rest[..bracket];
            AppendText(text[..Math.Min(text.Length, MaxLength - slim.Length)]);
            if (bracket < 0)
                break;
            at += bracket;
            ReadMarkup();
        }
    }

    private void AppendText(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimStart();
        hasSpace |= trimmed.Length < text.Length;
        if (trimmed.IsEmpty)
            return;
        AppendSpace();
        isAtEdge = false;
        text = trimmed.TrimEnd();
        slim.Append(text);
        hasSpace = text.Length < trimmed.Length;
    }

    private void AppendSpace()
    {
        if (hasSpace && !isAtEdge)
            slim.Append(' ');
        hasSpace = false;
    }

    private void ReadMarkup()
    {
        var rest = html[at..];
        if (rest.StartsWith("<!--"))
            at = After("-->", at + 4);
        else if (rest.Length > 1 && rest[1] is '!' or '?')
            at = After(">", at + 1);
        else if (rest.Length > 2 && (char.IsAsciiLetter(rest[1]) || rest[1] == '/' && char.IsAsciiLetter(rest[2])))
            ReadTag(rest[1] == '/');
        else
        {
            AppendText("&lt;");
            at++;
        }
    }

    private readonly int After(ReadOnlySpan<char> closing, int from)
    {
        from = Math.Min(from, html.Length);
        var end = html[from..].IndexOf(closing);
        return end < 0 ? html.Length : from + end + closing.Length;
    }

    private void ReadTag(bool closing)
    {
        var start = at + (closing ? 2 : 1);
        var length = html[start..].IndexOfAny(TagNameEnds);
        at = length < 0 ? html.Length : start + length;
        var name = html[start..Math.Min(at, start + LongestName)];
        var kind = TagKinds.Of(name);
        tags++;
        if (kind is TagKind.Formatting or TagKind.Dropped)
        {
            Leave(name, kind, closing);
            return;
        }

        if (!closing && name.Equals("nav", StringComparison.OrdinalIgnoreCase) && PassMenu())
            return;
        var isBlock = TagKinds.IsBlock(name);
        var before = (slim.Length, isAtEdge, hasSpace);
        isAtEdge |= isBlock;
        AppendSpace();
        slim.Append(closing && kind is not TagKind.Void ? "</" : "<");
        AppendLower(name);
        ReadAttributes(kept: !closing || kind is TagKind.Void);
        slim.Append('>');
        if (kind is TagKind.Container && !Deepen(closing))
        {
            slim.CutTo(before.Length);
            (isAtEdge, hasSpace) = (before.isAtEdge, before.hasSpace);
        }
    }

    /// A menu with hundreds of links is no article's, and would be much of the tree; a small one may lead to the next page
    private bool PassMenu()
    {
        const int Smallest = 4_000;
        const int Largest = 400_000;
        // Sought once for all menus that open before it
        if (menuEnd < at)
            menuEnd = EndOf("nav") is >= 0 and var found ? found : int.MaxValue;
        if (menuEnd - at is < Smallest or > Largest)
            return false;
        var menu = html[at..menuEnd];
        if (menu.Contains("<nav", StringComparison.OrdinalIgnoreCase) || menu.Contains("<h1", StringComparison.OrdinalIgnoreCase) || menu.Contains("<article", StringComparison.OrdinalIgnoreCase))
            return false;
        at = After(">", menuEnd);
        isAtEdge = true;
        return true;
    }

    /// Whether the tag is within the depth that is kept
    private bool Deepen(bool closing)
    {
        if (!closing)
            return ++depth <= MaxDepth;
        var kept = depth <= MaxDepth;
        depth = Math.Max(depth - 1, 0);
        return kept;
    }

    private void Leave(ReadOnlySpan<char> name, TagKind kind, bool closing)
    {
        var length = slim.Length;
        ReadAttributes(kept: kind is TagKind.Dropped);
        var isData = kind is TagKind.Dropped && slim.Written[length..].Contains("ld+json", StringComparison.OrdinalIgnoreCase);
        var isTemplate = kind is TagKind.Dropped && slim.Written[length..].Contains("text/template", StringComparison.OrdinalIgnoreCase);
        slim.CutTo(length);
        if (kind is TagKind.Dropped && !closing && !(isTemplate && HoldsArticle()))
            Drop(name.ToString().ToLowerInvariant(), isData);
        else if (name.Equals("wbr", StringComparison.OrdinalIgnoreCase))
            AppendText("&#8203;");
    }

    /// Some blogs carry the article's markup in a script that puts it into the page; what has blanks to be filled in, or is data, is not it
    private readonly bool HoldsArticle()
    {
        const int Shortest = 500;
        const int FewestParagraphs = 2;
        var end = EndOf("script");
        return end - at >= Shortest && html[at..end].TrimStart() is ['<', not '!', ..] content && content.IndexOf("{{") < 0 && content.IndexOf("<%") < 0 && content.IndexOf("${") < 0
            && content.IndexOf("<form") < 0 && content.Count("<p") >= FewestParagraphs;
    }

    /// Passes over the element; structured data is in a script and stays
    private void Drop(string name, bool isData)
    {
        var end = exhausted.Contains(name) ? -1 : EndOf(name);
        if (end < 0)
            exhausted.Add(name);
        var contentEnd = end < 0 ? html.Length : end;
        if (name is "script" && isData && contentEnd - at < MaxLength - slim.Length)
        {
            slim.Append("<script type=\"application/ld+json\">");
            slim.Append(html[at..contentEnd]);
            slim.Append("</script>");
        }

        // An unclosed drawing or frame must not swallow the page; an unclosed script does, in browsers too
        if (end >= 0 || name is "script" or "style")
            at = end < 0 ? html.Length : After(">", end);
    }

    /// Sought by its bracket, which is faster than a search without regard to case
    private readonly int EndOf(string name)
    {
        for (var from = at; from < html.Length;)
        {
            var next = html[from..].IndexOf("</");
            if (next < 0)
                return -1;
            from += next + 2;
            if (html[from..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return from - 2;
        }

        return -1;
    }
}
