using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>Text, CDATA, and the contents of elements as text or as markup.</content>
internal sealed partial class ForgivingXml
{
    private readonly XmlEntities entities;
    private readonly StringBuilder gathered = new();
    private int textStart;
    private int textLength;
    private bool textIsLiteral;

    private bool ReadCharacters()
    {
        var length = text.AsSpan(position).IndexOf('<');
        var start = position;
        position = length < 0 ? text.Length : position + length;
        if (open.Count > 0)
            return SetText(start, position, literal: false);
        if (!text.AsSpan(start, position - start).IsWhiteSpace())
            problems.Broken("trailing_junk", "Text stands outside the document.");
        return false;
    }

    private bool ReadCharacterData(int at)
    {
        const int Opening = 9;
        var end = text.IndexOf("]]>", at + Opening, StringComparison.Ordinal);
        if (end < 0)
        {
            problems.Broken("unclosed_cdata", "A CDATA section does not end.");
            end = text.Length;
        }

        position = Math.Min(end + 3, text.Length);
        return open.Count > 0 && SetText(at + Opening, end, literal: true);
    }

    private bool SetText(int start, int end, bool literal)
    {
        (textStart, textLength, textIsLiteral) = (start, end - start, literal);
        Token = XmlToken.Text;
        return true;
    }

    private ReadOnlySpan<char> RawText => text.AsSpan(textStart, textLength);

    /// <summary>The text that the reader stands on.</summary>
    public string CurrentText() => textIsLiteral ? entities.Clean(RawText) : entities.Decode(RawText);

    /// <summary>The text inside the element just started, with that of its descendants; goes past its end tag.</summary>
    public string ReadText()
    {
        var depth = open.Count;
        string? only = null;
        gathered.Clear();
        while (open.Count >= depth && Read())
        {
            if (Token != XmlToken.Text || open.Count < depth || textLength == 0)
                continue;
            var piece = CurrentText();
            if (only is null && gathered.Length == 0)
            {
                only = piece;
                continue;
            }

            if (only is not null)
                gathered.Append(only);
            only = null;
            gathered.Append(piece);
        }

        return only ?? gathered.ToString();
    }

    /// <summary>
    /// What is inside the element just started, as HTML: text as it is when there are no elements in it (feeds escape their
    /// markup), else the elements with their text escaped. Goes past its end tag.
    /// </summary>
    public string ReadHtml() => ReadHtml(out _);

    /// <inheritdoc cref="ReadHtml()"/>
    public string ReadHtml(out bool elements)
    {
        elements = false;
        var depth = open.Count;
        var start = position;
        if (selfClosed)
            return ReadText();
        var end = start + Math.Max(text.AsSpan(start).IndexOf('<'), 0);
        if (text.AsSpan(end).StartsWith("</") || text.AsSpan(end).StartsWith("<![CDATA["))
            return ReadText();
        return ReadMarkup(depth, out elements);
    }

    private string ReadMarkup(int depth, out bool escape)
    {
        var markup = new StringBuilder();
        var elements = new Stack<string>();
        escape = false;
        while (open.Count >= depth && Read())
        {
            if (Token == XmlToken.Text && open.Count >= depth)
            {
                markup.Append(escape ? HtmlText.Escape(CurrentText()) : CurrentText());
                continue;
            }

            if (Token == XmlToken.Start && !escape)
            {
                escape = true;
                var before = markup.ToString();
                markup.Clear().Append(HtmlText.Escape(before));
            }

            CloseDownTo(Math.Max(open.Count - depth - (Token == XmlToken.Start ? 1 : 0), 0), elements, markup);
            if (Token == XmlToken.Start)
                AppendStart(markup, elements);
        }

        CloseDownTo(0, elements, markup);
        return markup.ToString();
    }

    private void AppendStart(StringBuilder markup, Stack<string> elements)
    {
        markup.Append('<').Append(Name);
        foreach (var attribute in attributes)
        {
            var qualified = text.AsSpan(attribute.NameStart, attribute.NameLength);
            if (!qualified.StartsWith("xmlns"))
                markup.Append(' ').Append(qualified).Append("=\"").Append(HtmlText.Escape(Value(attribute))).Append('"');
        }

        markup.Append('>');
        elements.Push(Name.ToString());
    }

    private static void CloseDownTo(int count, Stack<string> elements, StringBuilder markup)
    {
        while (elements.Count > count)
        {
            var name = elements.Pop();
            if (name is not ("br" or "img" or "hr" or "input" or "wbr" or "col" or "source"))
                markup.Append("</").Append(name).Append('>');
        }
    }

    /// <summary>Goes past the end tag of the element just started.</summary>
    public void Skip()
    {
        var depth = open.Count;
        while (open.Count >= depth && Read())
        {
        }
    }
}
