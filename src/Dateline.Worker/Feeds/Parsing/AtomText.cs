using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Text constructs and content of Atom: text, html, xhtml, and the modes of Atom 0.3.</summary>
internal static class AtomText
{
    /// <summary>The construct as plain text; goes past its end tag.</summary>
    public static string ReadPlain(ForgivingXml xml)
    {
        var text = Read(xml, out var html);
        return html ? HtmlText.Plain(text) : HtmlText.Squeeze(text);
    }

    /// <summary>The construct as HTML; goes past its end tag. What it gives holds until the reader's next step.</summary>
    public static ReadOnlySpan<char> ReadHtml(ForgivingXml xml)
    {
        var text = Read(xml, out var html).Trim();
        return html || text.IndexOfAny("&<>\"") < 0 || HtmlText.LooksLikeHtml(text) ? text : HtmlText.Escape(text.ToString());
    }

    private static ReadOnlySpan<char> Read(ForgivingXml xml, out bool html)
    {
        var type = xml.Attribute("type")?.Trim().ToLowerInvariant();
        var mode = xml.Attribute("mode")?.Trim().ToLowerInvariant();
        var text = xml.ReadHtml(out var elements);
        html = elements || type is "html" or "xhtml" or "text/html" or "application/xhtml+xml";
        return mode == "base64" || mode is null && type is not null && IsBinary(type) ? FromBase64(text.ToString()) ?? text : text;
    }

    private static bool IsBinary(string type) =>
        type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal);

    private static string? FromBase64(string text)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(Convert.FromBase64String(text));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return null;
        }
    }
}
