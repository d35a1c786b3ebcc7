using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>Text and CDATA, and the contents of elements as text.</content>
internal sealed partial class ForgivingXml
{
    private readonly XmlEntities entities;
    private readonly TextBuffer gathered = new();
    private int textStart;
    private int textLength;
    private bool textIsLiteral;
    private int sectionSearches;

    /// Length of &lt;![CDATA[
    private const int SectionStart = 9;

    private bool ReadCharacters()
    {
        var start = position;
        var tag = From(start).IndexOf((byte)'<');
        position = tag < 0 ? end : start + tag;
        if (openCount > 0)
            return SetText(start, position, literal: false);
        if (!Utf8Characters.IsWhiteSpace(text.AsSpan(start, position - start)))
            problems.Broken("trailing_junk", "Text stands outside the document.");
        return false;
    }

    private bool ReadCharacterData(int at)
    {
        var start = at + SectionStart;
        if (EndOfSection(start) is >= 0 and var close)
        {
            position = close + 3;
        }
        else
        {
            problems.Broken("unclosed_cdata", "A CDATA section does not end.");
            close = position = EndOfElement(start);
        }

        return openCount > 0 && SetText(start, close, literal: true);
    }

    /// The next closing of a section; none where it is another's, which begins before it
    private int EndOfSection(int start)
    {
        var close = Next(ref sectionEnd, "]]>"u8, start);
        if (close < 0)
            return -1;
        var next = text.AsSpan(start, close - start).IndexOf("<![CDATA["u8);
        return next >= 0 && openCount > 0 && IsOfAnother(text.AsSpan(start, next), close) ? -1 : close;
    }

    /// Text may speak of sections; here its element ends, and another item begins, or an element that holds the section and nothing else
    private bool IsOfAnother(ReadOnlySpan<byte> content, int close)
    {
        var own = content.IndexOf([.. "</"u8, .. NameOf(open[openCount - 1]), .. ">"u8]);
        if (own < 0)
            return false;
        content = content[own..];
        if (content.IndexOf("<item"u8) >= 0 || content.IndexOf("<entry"u8) >= 0)
            return true;
        var tag = content[(content.LastIndexOf((byte)'<') + 1)..].TrimEnd(" \t\r\n"u8);
        return tag is [not (byte)'/', .., (byte)'>'] && From(close + 3).StartsWith([.. "</"u8, .. tag]);
    }

    /// Where the innermost element's end tag stands, else an item's
    private int EndOfElement(int start)
    {
        // Without a bound, a hostile document could have each of its sections search the rest
        const int Window = 1 << 20;
        const int MaxSearches = 100;
        if (++sectionSearches > MaxSearches)
            return start;
        var rest = text.AsSpan(start, Math.Min(Window, end - start));
        var own = openCount == 0 ? -1 : rest.IndexOf([.. "</"u8, .. NameOf(open[openCount - 1]), .. ">"u8]);
        var item = rest.IndexOf("</item>"u8) is >= 0 and var found ? found : rest.IndexOf("</entry>"u8);
        if (own >= 0 && (item < 0 || own < item))
            return start + own;
        return item >= 0 ? start + item : end;
    }

    private bool SetText(int start, int until, bool literal)
    {
        (textStart, textLength, textIsLiteral) = (start, until - start, literal);
        Token = XmlToken.Text;
        return true;
    }

    private ReadOnlySpan<byte> RawText => text.AsSpan(textStart, textLength);

    /// <summary>The text that the reader stands on.</summary>
    public string CurrentText()
    {
        gathered.Clear();
        AppendCurrent();
        return gathered.ToString();
    }

    private void AppendCurrent()
    {
        if (textIsLiteral)
            entities.Clean(RawText, gathered);
        else
            entities.Decode(RawText, gathered);
    }

    /// <summary>
    /// The text inside the element just started, with that of its descendants; goes past its end tag. What the document repeats (names,
    /// addresses) is one string. Empty where the document ends in it: half an address or a date is another one.
    /// </summary>
    public string ReadText()
    {
        if (ReadLeaf() is { } leaf)
            return leaf;
        var gathered = ReadSpan(openCount, standsOnText: false);
        return IsCut ? "" : gathered.ToString();
    }

    /// <summary>As <see cref="ReadText"/> where text is all that the element holds; null, and still there, where it is not.</summary>
    public string? ReadLeaf()
    {
        if (!TryReadLeaf(out var leaf))
            return null;
        return leaf.Kind == LeafKind.Plain ? words.Text(Raw(leaf)) : Decoded(leaf).ToString();
    }

    /// <summary>As <see cref="ReadText"/>; what it gives holds until the reader's next step.</summary>
    public ReadOnlySpan<char> ReadSpan() => TryReadLeaf(out var leaf) ? Decoded(leaf) : ReadSpan(openCount, standsOnText: false);

    private ReadOnlySpan<char> ReadSpan(int depth, bool standsOnText)
    {
        gathered.Clear();
        while (standsOnText || openCount >= depth && Read())
        {
            standsOnText = false;
            if (Token == XmlToken.Text && openCount >= depth)
                AppendCurrent();
        }

        return gathered.Written;
    }

    /// <summary>Goes past the end tag of the element just started.</summary>
    public void Skip()
    {
        var depth = openCount;
        while (openCount >= depth && Read())
        {
        }
    }

    public void Dispose()
    {
        gathered.Dispose();
        words.Dispose();
    }
}
