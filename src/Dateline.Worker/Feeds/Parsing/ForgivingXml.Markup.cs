using System.Buffers;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>The contents of elements as markup.</content>
internal sealed partial class ForgivingXml
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create("&<>\""u8);

    private readonly Stack<string> elements = new();

    /// <summary>
    /// What is inside the element just started, as HTML: text as it is when there are no elements in it (feeds escape their
    /// markup), else the elements with their text escaped. Goes past its end tag; what it gives holds until the reader's next step.
    /// </summary>
    public ReadOnlySpan<char> ReadHtml() => ReadHtml(out _);

    /// <inheritdoc cref="ReadHtml()"/>
    public ReadOnlySpan<char> ReadHtml(out bool hasElements)
    {
        hasElements = false;
        if (TryReadLeaf(out var leaf))
            return Decoded(leaf);
        if (selfClosed)
            return ReadSpan();
        var depth = openCount;
        var standsOnText = position < end && text[position] != '<' && Read();
        var rest = From(position);
        return rest.StartsWith("</"u8) || rest.StartsWith("<![CDATA["u8) || rest.IsEmpty
            ? ReadSpan(depth, standsOnText)
            : ReadMarkup(depth, standsOnText, out hasElements);
    }

    private ReadOnlySpan<char> ReadMarkup(int depth, bool standsOnText, out bool escape)
    {
        gathered.Clear();
        escape = false;
        while (standsOnText || openCount >= depth && Read())
        {
            standsOnText = false;
            if (Token == XmlToken.Text && openCount >= depth)
            {
                AppendText(escape);
                continue;
            }

            if (Token == XmlToken.Start && !escape)
            {
                escape = true;
                EscapeFrom(0);
            }

            CloseDownTo(Math.Max(openCount - depth - (Token == XmlToken.Start ? 1 : 0), 0));
            if (Token == XmlToken.Start)
                AppendStart();
        }

        CloseDownTo(0);
        return gathered.Written;
    }

    private void AppendText(bool escape)
    {
        if (escape && entities.IsPlain(RawText))
        {
            AppendEscaped(RawText);
            return;
        }

        var start = gathered.Length;
        AppendCurrent();
        if (escape)
            EscapeFrom(start);
    }

    /// Escapes what was gathered from that place on
    private void EscapeFrom(int start)
    {
        var written = gathered.Written[start..];
        if (written.IndexOfAny("&<>\"") < 0)
            return;
        var escaped = HtmlText.Escape(written.ToString());
        gathered.CutTo(start);
        gathered.Append(escaped);
    }

    /// As <see cref="HtmlText.Escape"/>, without a string for each character it replaces
    private void AppendEscaped(ReadOnlySpan<byte> plain)
    {
        for (var next = plain.IndexOfAny(Escaped); next >= 0; next = plain.IndexOfAny(Escaped))
        {
            gathered.AppendUtf8(plain[..next]);
            gathered.Append((char)plain[next] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            plain = plain[(next + 1)..];
        }

        gathered.AppendUtf8(plain);
    }

    private void AppendStart()
    {
        gathered.Append('<');
        gathered.Append(Name);
        foreach (var attribute in Attributes)
        {
            var qualified = NameOf(attribute);
            if (qualified.StartsWith("xmlns"u8))
                continue;
            gathered.Append(' ');
            gathered.AppendUtf8(qualified);
            gathered.Append("=\"");
            AppendEscapedValue(RawValue(attribute));
            gathered.Append('"');
        }

        gathered.Append('>');
        elements.Push(KnownWords.Text(Name));
    }

    private void AppendEscapedValue(ReadOnlySpan<byte> raw)
    {
        if (entities.IsPlain(raw))
        {
            AppendEscaped(raw);
            return;
        }

        var start = gathered.Length;
        entities.Decode(raw, gathered);
        EscapeFrom(start);
    }

    private void CloseDownTo(int count)
    {
        while (elements.Count > count)
        {
            var closed = elements.Pop();
            if (closed is "br" or "img" or "hr" or "input" or "wbr" or "col" or "source")
                continue;
            gathered.Append("</");
            gathered.Append(closed);
            gathered.Append('>');
        }
    }
}
