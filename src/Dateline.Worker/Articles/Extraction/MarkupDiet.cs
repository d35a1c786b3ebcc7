using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// Makes a page small before it is parsed: scripts, styles, comments, drawings and inline formatting go, and of the attributes only those
/// that extraction reads stay. What is left is bounded in size, in tags and in depth, so that no page can take long to parse.
/// </summary>
internal sealed class MarkupDiet
{
    private const int MaxLength = 3 << 20;
    private const int MaxTags = 90_000;
    private const int MaxDepth = 200;
    private const int MaxAttributes = 64;
    private const int MaxValue = 4096;

    private static readonly FrozenSet<string> Dropped = Set("script style svg noscript template iframe object embed canvas math textarea select video audio map");

    // Formatting carries no structure, and its reconstruction is what makes a parser of HTML slow on hostile input
    private static readonly FrozenSet<string> Unwrapped = Set("b i em strong font u s small big tt strike nobr code center mark ins del abbr acronym wbr dfn var samp kbd");

    private static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta param source track wbr");

    // Often left unclosed: their next sibling ends them, so they do not add to the depth
    private static readonly FrozenSet<string> SelfEnding = Set("p li dt dd td th tr tbody thead tfoot option optgroup colgroup html head body");

    private static readonly FrozenSet<string> Kept = Set(
        "class id href src srcset content property name itemprop itemtype itemscope rel type datetime lang role hidden aria-hidden style alt title http-equiv data-src data-component data-testid pubdate width height");

    private static readonly SearchValues<char> TagNameEnds = SearchValues.Create(" \t\r\n\f/>");

    private readonly string html;
    private readonly StringBuilder slim;
    private readonly HashSet<string> exhausted = [];
    private int at;
    private int depth;
    private int tags;

    private MarkupDiet(string html)
    {
        this.html = html;
        slim = new StringBuilder(Math.Min(html.Length, MaxLength));
    }

    public static string Apply(string html) => new MarkupDiet(html).Run();

    private string Run()
    {
        while (at < html.Length && slim.Length < MaxLength && tags < MaxTags)
        {
            var rest = html.AsSpan(at);
            var bracket = rest.IndexOf('<');
            var text = bracket < 0 ? rest : rest[..bracket];
            slim.Append(text[..Math.Min(text.Length, MaxLength - slim.Length)]);
            if (bracket < 0)
                break;
            at += bracket;
            ReadMarkup();
        }

        return slim.ToString();
    }

    private void ReadMarkup()
    {
        var rest = html.AsSpan(at);
        if (rest.StartsWith("<!--"))
            at = After("-->", at + 4);
        else if (rest.Length > 1 && rest[1] is '!' or '?')
            at = After(">", at + 1);
        else if (rest.Length > 2 && (char.IsAsciiLetter(rest[1]) || rest[1] == '/' && char.IsAsciiLetter(rest[2])))
            ReadTag(rest[1] == '/');
        else
        {
            slim.Append("&lt;");
            at++;
        }
    }

    private int After(string closing, int from)
    {
        var end = html.IndexOf(closing, from, StringComparison.Ordinal);
        return end < 0 ? html.Length : end + closing.Length;
    }

    private void ReadTag(bool closing)
    {
        var start = at + (closing ? 2 : 1);
        var length = html.AsSpan(start).IndexOfAny(TagNameEnds);
        var nameEnd = length < 0 ? html.Length : start + length;
        var name = html[start..Math.Min(nameEnd, start + 32)].ToLowerInvariant();
        at = nameEnd;
        tags++;
        var attributes = ReadAttributes();
        if (Unwrapped.Contains(name))
        {
            if (name is "wbr")
                slim.Append("&#8203;");
            return;
        }

        if (Dropped.Contains(name))
        {
            if (!closing)
                Drop(name, attributes);
            return;
        }

        if (Void.Contains(name))
            slim.Append('<').Append(name).Append(attributes).Append('>');
        else if (SelfEnding.Contains(name))
            slim.Append(closing ? "</" : "<").Append(name).Append(attributes).Append('>');
        else if (closing)
            AppendEnd(name);
        else if (++depth <= MaxDepth)
            slim.Append('<').Append(name).Append(attributes).Append('>');
    }

    private void AppendEnd(string name)
    {
        if (depth-- <= MaxDepth)
            slim.Append("</").Append(name).Append('>');
        depth = Math.Max(depth, 0);
    }

    /// Passes over the element; structured data is in a script and stays
    private void Drop(string name, StringBuilder attributes)
    {
        var end = exhausted.Contains(name) ? -1 : html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
            exhausted.Add(name);
        var contentEnd = end < 0 ? html.Length : end;
        if (name is "script" && attributes.ToString().Contains("ld+json", StringComparison.OrdinalIgnoreCase) && contentEnd - at < MaxLength - slim.Length)
            slim.Append("<script type=\"application/ld+json\">").Append(html, at, contentEnd - at).Append("</script>");
        // An unclosed drawing or frame must not swallow the page; an unclosed script does, in browsers too
        if (end >= 0 || name is "script" or "style")
            at = end < 0 ? html.Length : After(">", end);
    }

    private StringBuilder ReadAttributes()
    {
        var kept = new StringBuilder();
        var count = 0;
        while (at < html.Length && html[at] != '>')
        {
            if (char.IsWhiteSpace(html[at]) || html[at] == '/')
            {
                at++;
                continue;
            }

            var start = at;
            while (at < html.Length && html[at] is not ('=' or '>' or '/') && !char.IsWhiteSpace(html[at]))
                at++;
            if (at == start)
            {
                at++;
                continue;
            }

            var nameEnd = at;
            var value = ReadValue();
            if (count < MaxAttributes && nameEnd - start < 24 && Kept.GetAlternateLookup<ReadOnlySpan<char>>().Contains(html.AsSpan(start, nameEnd - start)))
            {
                count++;
                Append(kept, html.AsSpan(start, nameEnd - start), html.AsSpan(value.Start, Math.Min(value.Length, MaxValue)));
            }
        }

        at = Math.Min(at + 1, html.Length);
        return kept;
    }

    private (int Start, int Length) ReadValue()
    {
        var equals = at;
        while (equals < html.Length && char.IsWhiteSpace(html[equals]))
            equals++;
        if (equals >= html.Length || html[equals] != '=')
            return (at, 0);
        at = equals + 1;
        while (at < html.Length && char.IsWhiteSpace(html[at]))
            at++;
        if (at >= html.Length)
            return (at, 0);
        var quoted = html[at] is '"' or '\'';
        var start = quoted ? at + 1 : at;
        var length = quoted ? html.AsSpan(start).IndexOf(html[at]) : html.AsSpan(start).IndexOfAny(" \t\r\n>");
        length = length < 0 ? html.Length - start : length;
        at = Math.Min(start + length + (quoted ? 1 : 0), html.Length);
        return (start, length);
    }

    private static void Append(StringBuilder kept, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        kept.Append(' ').Append(name).Append("=\"");
        foreach (var character in value)
        {
            if (character == '"')
                kept.Append("&quot;");
            else
                kept.Append(character);
        }

        kept.Append('"');
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
