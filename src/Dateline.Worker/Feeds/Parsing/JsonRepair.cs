using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>
/// Mends JSON that no parser takes: signs in texts that should be escaped are, what was cut off is closed behind its last whole value, and of a list
/// of items those that are still none are left out. Linear in the text.
/// </summary>
internal static class JsonRepair
{
    private const int MaxDepth = 64;

    /// Each costs an exception; a list of more is none
    private const int MostBadItems = 1_000;

    private static readonly JsonDocumentOptions Forgiving = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    /// <summary>The document as far as it can be read; null when nothing of it can.</summary>
    public static JsonDocument? Mend(string text)
    {
        var escaped = Escape(text);
        return TryParse(escaped) ?? Close(escaped) ?? WithoutBadItems(escaped);
    }

    /// <summary>Control characters within texts, backslashes that escape nothing, and quotes that end no text.</summary>
    private static string Escape(string text)
    {
        var mended = new StringBuilder(text.Length + 64);
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!inString)
            {
                inString = c == '"';
                mended.Append(c);
            }
            else if (c == '\\')
            {
                var isEscape = i + 1 < text.Length && (text[i + 1] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' || text[i + 1] == 'u' && IsHex(text, i + 2));
                mended.Append(isEscape ? "\\" : "\\\\");
                if (isEscape)
                    mended.Append(text[++i]);
            }
            else if (c == '"')
            {
                inString = !EndsText(text, i + 1);
                mended.Append(inString ? "\\\"" : "\"");
            }
            else if (c < ' ')
            {
                mended.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => "\\ufffd" });
            }
            else
            {
                mended.Append(c);
            }
        }

        return mended.ToString();
    }

    private static bool IsHex(string text, int at) => at + 4 <= text.Length && ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    private static bool EndsText(string text, int at)
    {
        // Space without end behind each quote would make the search quadratic
        const int MostSpace = 256;
        for (var end = Math.Min(text.Length, at + MostSpace); at < end; at++)
        {
            if (!char.IsWhiteSpace(text[at]))
                return text[at] is ',' or ':' or '}' or ']' or '/';
        }

        return true;
    }

    /// <summary>Everything up to the last whole value, with what is open closed.</summary>
    private static JsonDocument? Close(string text)
    {
        var open = new Stack<char>();
        var (end, closers) = (0, "");
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (inString)
            {
                i += c == '\\' ? 1 : 0;
                inString = c != '"';
                continue;
            }

            switch (c)
            {
                case '"':
                    inString = true;
                    break;
                case '{' or '[' when open.Count >= MaxDepth:
                    return null;
                case '{' or '[':
                    open.Push(c == '{' ? '}' : ']');
                    break;
                case ',':
                    (end, closers) = (i, string.Concat(open));
                    break;
                case '}' or ']':
                    if (!open.TryPop(out var expected) || expected != c)
                        return TryParse(Closed(text, end, closers));
                    (end, closers) = (i + 1, string.Concat(open));
                    break;
            }
        }

        return TryParse(Closed(text, end, closers));
    }

    private static string Closed(string text, int end, string closers) => new StringBuilder(end + closers.Length).Append(text, 0, end).Append(closers).ToString();

    /// <summary>What stands before the list of items, and of the list the objects that can be read; one that cannot is there, empty.</summary>
    private static JsonDocument? WithoutBadItems(string text)
    {
        var list = text.IndexOf("\"items\"", StringComparison.Ordinal) is >= 0 and var name ? text.IndexOf('[', name) : -1;
        if (list < 0)
            return null;
        var mended = new StringBuilder(text.Length).Append(text, 0, list + 1);
        var bad = 0;
        foreach (var (start, end) in Objects(text, list + 1))
        {
            using var item = TryParse(text[start..end]);
            bad += item is null ? 1 : 0;
            if (bad > MostBadItems)
                break;
            mended.Append(item is null ? "{}" : text.AsSpan(start, end - start)).Append(',');
        }

        return TryParse(mended.Append("]}").ToString());
    }

    /// <summary>The list's objects, told apart by their braces.</summary>
    private static IEnumerable<(int Start, int End)> Objects(string text, int at)
    {
        var (depth, start, inString) = (0, at, false);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (inString)
            {
                at += c == '\\' ? 1 : 0;
                inString = c != '"';
            }
            else if (c == '"')
            {
                inString = true;
            }
            else if (c == '{')
            {
                start = depth++ == 0 ? at : start;
            }
            else if (c == '}' && depth > 0 && --depth == 0)
            {
                yield return (start, at + 1);
            }
        }
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonDocument.Parse(text, Forgiving);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
