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
    private bool textIsPlain;

    private bool ReadCharacters()
    {
        var start = position;
        // One search tells where most text ends and that nothing in it is to be replaced
        var found = From(start).IndexOfAny(entities.SpecialOrTag);
        textIsPlain = found < 0 || text[start + found] == '<';
        var tag = textIsPlain ? found : From(start + found).IndexOf('<') is >= 0 and var more ? found + more : -1;
        position = tag < 0 ? end : start + tag;
        if (openCount > 0)
            return SetText(start, position, literal: false);
        if (!text.AsSpan(start, position - start).IsWhiteSpace())
            problems.Broken("trailing_junk", "Text stands outside the document.");
        return false;
    }

    private bool ReadCharacterData(int at)
    {
        const int Opening = 9;
        var close = Find("]]>", at + Opening);
        if (close < 0)
        {
            problems.Broken("unclosed_cdata", "A CDATA section does not end.");
            close = end;
        }

        position = Math.Min(close + 3, end);
        var section = text.AsSpan(at + Opening, Math.Max(close - at - Opening, 0));
        textIsPlain = entities.IsPlain(section);
        return openCount > 0 && SetText(at + Opening, close, literal: true);
    }

    private bool SetText(int start, int until, bool literal)
    {
        (textStart, textLength, textIsLiteral) = (start, until - start, literal);
        Token = XmlToken.Text;
        return true;
    }

    private ReadOnlySpan<char> RawText => text.AsSpan(textStart, textLength);

    /// <summary>The text that the reader stands on.</summary>
    public string CurrentText()
    {
        gathered.Clear();
        AppendCurrent();
        return gathered.ToString();
    }

    private void AppendCurrent()
    {
        if (textIsPlain)
            gathered.Append(RawText);
        else if (textIsLiteral)
            entities.Clean(RawText, gathered);
        else
            entities.Decode(RawText, gathered);
    }

    /// <summary>The text inside the element just started, with that of its descendants; goes past its end tag.</summary>
    public string ReadText() => ReadSpan().ToString();

    /// <summary>As <see cref="ReadText"/>; what it gives holds until the reader's next step.</summary>
    public ReadOnlySpan<char> ReadSpan() => ReadSpan(openCount, standsOnText: false);

    private ReadOnlySpan<char> ReadSpan(int depth, bool standsOnText)
    {
        ReadOnlySpan<char> only = default;
        gathered.Clear();
        while (standsOnText || openCount >= depth && Read())
        {
            standsOnText = false;
            if (Token != XmlToken.Text || openCount < depth || textLength == 0)
                continue;
            // Most text is in one piece and is taken from where it stands
            if (only.IsEmpty && gathered.Length == 0 && textIsPlain)
            {
                only = RawText;
                continue;
            }

            gathered.Append(only);
            only = default;
            AppendCurrent();
        }

        return only.IsEmpty ? gathered.Written : only;
    }

    /// <summary>Goes past the end tag of the element just started.</summary>
    public void Skip()
    {
        var depth = openCount;
        while (openCount >= depth && Read())
        {
        }
    }

    public void Dispose() => gathered.Dispose();
}
