using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>
/// The HTML of an entry, without scripts. It stays in the document's bytes until somebody asks for it: most of a document is such text,
/// and who looks for a feed, its links or its dates needs none. Made twice at worst, when two threads ask at once.
/// </summary>
internal sealed class EntryText : IEquatable<EntryText>
{
    private readonly ReadOnlyMemory<byte> content;
    private readonly TextForm form;
    private string? html;

    /// <summary>HTML as it stands.</summary>
    public EntryText(string html) => this.html = html;

    /// <param name="content">What stands in the element, in valid UTF-8, which must stay as it is.</param>
    /// <param name="form">How it is to be understood.</param>
    public EntryText(ReadOnlyMemory<byte> content, TextForm form) => (this.content, this.form) = (content, form);

    /// <summary>The text, made now unless it was asked for before.</summary>
    public string Html => html ??= HtmlScripts.Remove(HtmlText.WithoutSection(Decode()));

    /// <summary>HTML at hand; null when there is nothing to be seen in it.</summary>
    public static EntryText? Of(string? html) => string.IsNullOrWhiteSpace(html) ? null : new EntryText(HtmlScripts.Remove(HtmlText.WithoutSection(html)));

    /// <summary>The content of the element just started; goes past its end tag.</summary>
    public static EntryText? Read(ForgivingXml xml) => xml.ReadLater(TextForm.Html) ?? Of(xml.ReadHtml().ToString());

    private string Decode() => form switch
    {
        TextForm.Markup => ForgivingXml.HtmlOf(content),
        TextForm.MarkupConstruct => ForgivingXml.HtmlOf(content).Trim(),
        _ => DecodeText(),
    };

    private string DecodeText()
    {
        if (form != TextForm.PlainConstruct && XmlEntities.Silent.IsOnePlainPiece(content.Span, out var piece))
            return form == TextForm.Html ? Encoding.UTF8.GetString(piece) : Encoding.UTF8.GetString(piece.Trim(" \t\r\n"u8)).Trim();
        using var decoded = new TextBuffer(content.Length);
        XmlEntities.Silent.DecodeContent(content.Span, decoded);
        return form switch
        {
            TextForm.Html => decoded.ToString(),
            TextForm.HtmlConstruct => decoded.Written.Trim().ToString(),
            _ => AtomText.ToHtml(decoded.Written.Trim()),
        };
    }

    public bool Equals(EntryText? other) => other is not null && Html == other.Html;

    public override bool Equals(object? obj) => Equals(obj as EntryText);

    public override int GetHashCode() => Html.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Html;
}
