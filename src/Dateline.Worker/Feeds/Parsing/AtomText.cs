using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Text constructs and content of Atom: text, html, xhtml, and the modes of Atom 0.3.</summary>
internal static class AtomText
{
    /// <summary>The construct as plain text; goes past its end tag.</summary>
    public static string ReadPlain(ForgivingXml xml)
    {
        var (html, encoded) = Form(xml);
        if (!encoded && xml.ReadWords() is { } words)
            return words;
        var text = Read(xml, encoded, ref html);
        return html ? HtmlText.Plain(text) : HtmlText.Squeeze(text);
    }

    /// <summary>The construct as HTML; goes past its end tag.</summary>
    public static EntryText? ReadHtml(ForgivingXml xml)
    {
        var (html, encoded) = Form(xml);
        if (!encoded && xml.ReadLater(html ? TextForm.HtmlConstruct : TextForm.PlainConstruct) is { } later)
            return later;
        var text = Read(xml, encoded, ref html).Trim();
        return EntryText.Of(html ? text.ToString() : ToHtml(text));
    }

    /// <summary>Text that calls itself plain as HTML.</summary>
    public static string ToHtml(ReadOnlySpan<char> text) =>
        text.IndexOfAny("&<>\"") < 0 || HtmlText.LooksLikeHtml(text) ? text.ToString() : HtmlText.Escape(text.ToString());

    private static (bool Html, bool Encoded) Form(ForgivingXml xml)
    {
        var type = xml.Attribute("type")?.Trim().ToLowerInvariant();
        var mode = xml.Attribute("mode")?.Trim().ToLowerInvariant();
        var html = type is "html" or "xhtml" or "text/html" or "application/xhtml+xml";
        return (html, mode == "base64" || mode is null && type is not null && IsBinary(type));
    }

    private static ReadOnlySpan<char> Read(ForgivingXml xml, bool encoded, ref bool html)
    {
        var isDeclared = encoded && xml.Attribute("mode") is not null;
        var text = xml.ReadHtml(out var elements);
        html |= elements;
        return encoded ? FromBase64(text.ToString(), isDeclared) ?? text : text;
    }

    private static bool IsBinary(string type) =>
        type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal);

    private static string? FromBase64(string text, bool isDeclared)
    {
        try
        {
            var bytes = Convert.FromBase64String(text);
            // What only may be base64, by its type, is none unless it makes sense
            return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : isDeclared ? Encoding.Latin1.GetString(bytes) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
