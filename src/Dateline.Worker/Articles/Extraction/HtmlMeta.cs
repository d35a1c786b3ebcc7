using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The encoding that a page names in its head, in either form of meta.</summary>
internal static class HtmlMeta
{
    public static string? EncodingOf(string head)
    {
        for (var at = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); at >= 0; at = head.IndexOf("<meta", at + 5, StringComparison.OrdinalIgnoreCase))
        {
            var end = head.IndexOf('>', at);
            var tag = head[at..(end < 0 ? head.Length : end)];
            var charset = tag.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
            var equals = charset < 0 ? -1 : tag.IndexOf('=', charset);
            if (equals < 0)
                continue;
            var value = tag[(equals + 1)..].TrimStart(' ', '"', '\'');
            var stop = value.IndexOfAny(['"', '\'', ' ', ';', '/', '>']);
            return stop < 0 ? value : value[..stop];
        }

        return XmlDeclaration.EncodingOf(head);
    }
}
