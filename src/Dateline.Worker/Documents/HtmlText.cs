using System.Buffers;
using System.Text;

namespace Dateline.Worker.Documents;

/// <summary>HTML to plain text and back, for the short texts of a feed.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "big", "blockquote", "body", "br", "center", "cite", "code", "dd", "del",
        "dfn", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "html", "i", "iframe",
        "img", "input", "ins", "kbd", "li", "link", "mark", "math", "meta", "nobr", "object", "ol", "p", "picture", "pre", "q", "s", "samp", "script", "section",
        "small", "source", "span", "strike", "strong", "style", "sub", "sup", "svg", "table", "tbody", "td", "th", "thead", "time", "tr", "tt", "u", "ul", "var",
        "video", "wbr",
    };

    /// <summary>Text of HTML: tags that HTML knows left out, references decoded once, runs of space made one.</summary>
    public static string Plain(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
            return Squeeze(html);
        return Squeeze(HtmlEntities.Decode(html.Contains('<') ? WithoutTags(HtmlScripts.Remove(WithoutSection(html))) : html));
    }

    /// <summary>The text out of a section of CDATA, which is markup of XML: what still stands in one was wrapped twice.</summary>
    public static string WithoutSection(string text)
    {
        const string Opening = "<![CDATA[", Closing = "]]>";
        var trimmed = text.AsSpan().Trim();
        if (!trimmed.StartsWith(Opening, StringComparison.OrdinalIgnoreCase))
            return text;
        trimmed = trimmed[Opening.Length..];
        return (trimmed.EndsWith(Closing, StringComparison.Ordinal) ? trimmed[..^Closing.Length] : trimmed).ToString();
    }

    public static string Plain(ReadOnlySpan<char> html) => html.IndexOfAny('<', '&') < 0 ? Squeeze(html) : Plain(html.ToString());

    public static string Escape(string text) => text.AsSpan().IndexOfAny("&<>\"") < 0
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Whether text that calls itself plain holds markup all the same.</summary>
    public static bool LooksLikeHtml(ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOf('<'); next >= 0; next = text.IndexOf('<'))
        {
            text = text[next..];
            if (TagLength(text) > 0)
                return true;
            text = text[1..];
        }

        return false;
    }

    private static string WithoutTags(string html)
    {
        var plain = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var rest = html.AsSpan(at);
            var next = rest.IndexOf('<');
            plain.Append(next < 0 ? rest : rest[..next]);
            if (next < 0)
                break;
            var length = TagLength(rest[next..]);
            if (length == 0)
                plain.Append('<');
            else if (IsBreak(rest[next..]))
                plain.Append(' ');
            at += next + Math.Max(length, 1);
        }

        return plain.ToString();
    }

    /// The length of a tag or comment at the start of the text, 0 when there is none that HTML knows
    private static int TagLength(ReadOnlySpan<char> text)
    {
        // A longer tag is no tag: keeps text full of brackets linear
        const int Longest = 4096;
        text = text[..Math.Min(text.Length, Longest)];
        if (text.StartsWith("<!--"))
            return text.IndexOf("-->") is > 0 and var comment ? comment + 3 : 0;
        var start = text.Length > 1 && text[1] == '/' ? 2 : 1;
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end == start || end - start > 12 || !Tags.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[start..end]))
            return 0;
        return Close(text) is > 0 and var close ? close + 1 : 0;
    }

    /// A bracket in a quoted value closes nothing, unless the quotes do not match
    private static int Close(ReadOnlySpan<char> tag)
    {
        var first = tag.IndexOf('>');
        if (first < 0 || tag[..first].IndexOf("=\"") < 0)
            return first;
        var quoted = false;
        for (var index = 0; index < tag.Length; index++)
        {
            quoted ^= tag[index] == '"';
            if (tag[index] == '>' && !quoted)
                return index;
        }

        return first;
    }

    private static bool IsBreak(ReadOnlySpan<char> tag) =>
        tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<p", StringComparison.OrdinalIgnoreCase)
        || tag.StartsWith("</p", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<div", StringComparison.OrdinalIgnoreCase);

    /// <summary>Trims and makes each run of space one space.</summary>
    public static string Squeeze(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.Length == text.Length && !NeedsSqueezing(trimmed) ? text : Squeeze(trimmed);
    }

    public static string Squeeze(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (!NeedsSqueezing(trimmed))
            return trimmed.ToString();

        var squeezed = new StringBuilder(trimmed.Length);
        foreach (var character in trimmed)
        {
            if (!char.IsWhiteSpace(character))
                squeezed.Append(character);
            else if (squeezed.Length == 0 || squeezed[^1] != ' ')
                squeezed.Append(' ');
        }

        return squeezed.ToString();
    }

    private static bool NeedsSqueezing(ReadOnlySpan<char> trimmed) => trimmed.ContainsAny(OtherSpace) || trimmed.IndexOf("  ") >= 0;

    /// All that <see cref="char.IsWhiteSpace(char)"/> knows but the common space
    private static readonly SearchValues<char> OtherSpace =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(character => character != ' ' && char.IsWhiteSpace(character))]);
}
