using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Text constructs and content of Atom: text, html, xhtml, and the modes of Atom 0.3.</summary>
internal static class AtomText
{
    /// <summary>The construct as plain text; goes past its end tag.</summary>
    public static string ReadPlain(ForgivingXml xml)
    {
        var (text, html) = Read(xml);
        return html ? HtmlText.Plain(text) : HtmlText.Squeeze(text);
    }

    /// <summary>The construct as HTML; goes past its end tag.</summary>
    public static string ReadHtml(ForgivingXml xml)
    {
        var (text, html) = Read(xml);
        return html || HtmlText.LooksLikeHtml(text) ? text.Trim() : HtmlText.Escape(text).Trim();
    }

    private static (string Text, bool Html) Read(ForgivingXml xml)
    {
        var type = xml.Attribute("type")?.Trim().ToLowerInvariant();
        var mode = xml.Attribute("mode")?.Trim().ToLowerInvariant();
        var text = xml.ReadHtml(out var elements);
        if (mode == "base64" || mode is null && type is not null && IsBinary(type))
            text = FromBase64(text) ?? text;
        return (text, elements || type is "html" or "xhtml" or "text/html" or "application/xhtml+xml");
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
