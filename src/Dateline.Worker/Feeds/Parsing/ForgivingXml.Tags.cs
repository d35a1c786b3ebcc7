using System.Text;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>Start and end tags, and the repair of their nesting.</content>
internal sealed partial class ForgivingXml
{
    // five million elements may say so
    private static readonly string TooDeep = $"Elements are nested deeper than {MaxDepth}.";

    private int leafSearches;

    /// Where the name of an element stands that was looked at and is no leaf
    private int lastBranch = -1;

    private bool ReadStartTag(int at)
    {
        var nameEnd = ReadName(at + 1, out var colon);
        if (!ReadAttributes(nameEnd, out var tagEnd, out var closed))
        {
            // The document stops inside this tag
            problems.Broken("truncated_document", "The document ends inside a tag.");
            position = end;
            return false;
        }

        position = tagEnd;
        if (openCount >= MaxDepth)
        {
            problems.Note("too_deep", TooDeep);
            tooDeep += closed ? 0 : 1;
            return false;
        }

        if (rootClosed && openCount == 0)
            problems.Broken("trailing_junk", "Elements follow the end of the document.");

        var element = Describe(at + 1, nameEnd, colon);
        if (CloseForgotten(element))
        {
            // Told as an end; the tag is read again as the next step, so that nobody who reads the closed element takes it for a part of it
            position = at;
            Token = XmlToken.End;
            return true;
        }

        Push(element);
        selfClosed = closed;
        Token = XmlToken.Start;
        return true;
    }

    private void Push(Element element)
    {
        if (openCount == open.Length)
            Array.Resize(ref open, openCount * 2);
        open[openCount++] = element;
        if (xmlAttributes && (Exactly("xml:base"u8) ?? Exactly("xml:lang"u8)) is not null)
            scopes.Add(new Scope(openCount, BaseHere(), LanguageHere()));
    }

    private Element Describe(int nameStart, int nameEnd, int colon)
    {
        if (xmlAttributes)
            namespaces.Enter(openCount + 1, this);
        Vocabulary = colon > nameStart ? namespaces.OfPrefix(text.AsSpan(nameStart, colon - nameStart)) : namespaces.Default;
        return new Element(nameStart, nameEnd - nameStart, Vocabulary);
    }

    /// The end tag of the innermost element, written as its start tag was
    private bool ClosesInnermost(int at)
    {
        if (openCount == 0 || tooDeep > 0)
            return false;
        var length = open[openCount - 1].NameLength;
        var after = at + 2 + length;
        if (after >= end || text[after] != '>' || !NameOf(open[openCount - 1]).SequenceEqual(text.AsSpan(at + 2, length)))
            return false;
        position = after + 1;
        Pop();
        Token = XmlToken.End;
        return true;
    }

    private bool ReadEndTag(int at)
    {
        if (ClosesInnermost(at))
            return true;
        var nameEnd = EndOfName(at + 2);
        var close = From(nameEnd).IndexOfAny((byte)'>', (byte)'<');
        if (close < 0 || text[nameEnd + close] == '<')
            problems.Broken("unclosed_tag", "An end tag lacks its bracket.");
        position = close < 0 ? end : text[nameEnd + close] == '<' ? nameEnd + close : nameEnd + close + 1;
        if (tooDeep > 0)
        {
            tooDeep--;
            return false;
        }

        var wanted = text.AsSpan(at + 2, nameEnd - at - 2);
        var match = openCount - 1;
        while (match >= 0 && !SameName(open[match], wanted))
            match--;
        if (match < 0)
        {
            problems.Broken("unmatched_end_tag", "An end tag matches no open element.");
            return false;
        }

        if (match < openCount - 1)
            problems.Broken("unclosed_element", "An element is not closed before the one that holds it.");
        while (openCount > match)
            Pop();
        Token = XmlToken.End;
        return true;
    }

    private bool SameName(Element element, ReadOnlySpan<byte> wanted)
    {
        var opened = NameOf(element);
        if (opened.Length != wanted.Length)
            return false;
        if (opened.SequenceEqual(wanted))
            return true;
        if (!Ascii.EqualsIgnoreCase(opened, wanted) && !SameForeignName(opened, wanted))
            return false;
        problems.Broken("unmatched_case", "Start and end tag differ in case.");
        return true;
    }

    private static bool SameForeignName(ReadOnlySpan<byte> opened, ReadOnlySpan<byte> wanted)
    {
        // Without a bound, a hostile document could have each of its end tags make strings of all that is open
        const int Longest = 256;
        return opened.Length <= Longest && !Ascii.IsValid(opened)
            && Encoding.UTF8.GetString(opened).Equals(Encoding.UTF8.GetString(wanted), StringComparison.OrdinalIgnoreCase);
    }

    /// A field or item that the document forgot to close ends where the next begins
    private bool CloseForgotten(Element next)
    {
        if (openCount < 2 || next.Vocabulary > Vocabulary.Atom03 && next.Vocabulary != Vocabulary.Sitemap)
            return false;
        var forgotten = Name is "item" or "entry" || Name is "url" && NameOf(open[0]).SequenceEqual("urlset"u8) ? OpenItem(next) : OpenLeaf();
        if (forgotten < 0)
            return false;
        problems.Broken("unclosed_element", "An element is not closed before the next one begins.");
        while (openCount > forgotten)
            Pop();
        return true;
    }

    /// Items stand at the second or third level and never in one another
    private int OpenItem(Element next)
    {
        for (var index = Math.Min(openCount - 1, 2); index > 0; index--)
        {
            if (open[index].Vocabulary == next.Vocabulary && NameOf(open[index]).SequenceEqual(NameOf(next)))
                return index;
        }

        return OpenInFeed();
    }

    /// What stands open between an item and the feed, which holds items and nothing else does: a channel's title without an end
    private int OpenInFeed()
    {
        for (var index = Math.Min(openCount - 1, 2); index >= 0; index--)
        {
            if (HoldsItems(Local(NameOf(open[index]))))
                return index < openCount - 1 ? index + 1 : -1;
        }

        return -1;
    }

    private static bool HoldsItems(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("channel"u8) || name.SequenceEqual("items"u8) || name.SequenceEqual("feed"u8) || name.SequenceEqual("rss"u8) || name.SequenceEqual("RDF"u8)
        || name.SequenceEqual("urlset"u8);

    private int OpenLeaf()
    {
        var innermost = open[openCount - 1];
        // An item is asked once for each of its fields
        if (innermost.NameStart == lastBranch)
            return -1;
        var last = NameOf(innermost);
        var isLeaf = IsLeaf(last);
        if (!isLeaf && !IsBroadLeaf(Local(last)))
        {
            lastBranch = innermost.NameStart;
            return -1;
        }

        return Name is "title" or "link" or "guid" or "pubdate" or "id" or "updated" or "published"
            or "description" or "summary" or "content" or "author" or "category" && EndsAfterItem(last, unlessSeen: isLeaf) ? openCount - 1 : -1;
    }

    private static bool IsLeaf(ReadOnlySpan<byte> opened) => opened.Length switch
    {
        2 => opened.SequenceEqual("id"u8),
        4 => opened.SequenceEqual("link"u8) || opened.SequenceEqual("guid"u8),
        5 => opened.SequenceEqual("title"u8),
        7 => opened.SequenceEqual("pubDate"u8) || opened.SequenceEqual("updated"u8),
        9 => opened.SequenceEqual("published"u8),
        _ => false,
    };

    /// Elements that may hold markup, or a person's parts: forgotten only where an item's end is seen before their own
    private static bool IsBroadLeaf(ReadOnlySpan<byte> opened) => opened.Length switch
    {
        4 => opened.SequenceEqual("link"u8) || opened.SequenceEqual("date"u8),
        6 => opened.SequenceEqual("author"u8),
        7 => opened.SequenceEqual("creator"u8) || opened.SequenceEqual("subject"u8) || opened.SequenceEqual("content"u8) || opened.SequenceEqual("summary"u8),
        8 => opened.SequenceEqual("category"u8) || opened.SequenceEqual("comments"u8),
        9 => opened.SequenceEqual("enclosure"u8) || opened.SequenceEqual("thumbnail"u8),
        11 => opened.SequenceEqual("description"u8),
        _ => false,
    };

    /// <param name="opened">The whole name of an element.</param>
    /// <param name="unlessSeen">What to believe when neither end is near.</param>
    private bool EndsAfterItem(ReadOnlySpan<byte> opened, bool unlessSeen)
    {
        // Far enough for any title; without a bound, a hostile document could have each of its tags search the rest
        const int Window = 4096;
        const int MaxSearches = 10_000;
        if (++leafSearches > MaxSearches)
            return false;
        var rest = text.AsSpan(position, Math.Min(Window, this.end - position));
        var end = rest.IndexOf([.. "</"u8, .. opened, .. ">"u8]);
        // The item's own end, or for the channel's fields where the first begins
        var before = end < 0 ? rest : rest[..end];
        var isPast = before.IndexOf("</item"u8) >= 0 || before.IndexOf("</entry"u8) >= 0 || before.IndexOf("<item"u8) >= 0 || before.IndexOf("<entry"u8) >= 0;
        return isPast || unlessSeen && end < 0;
    }

    private static ReadOnlySpan<byte> Local(ReadOnlySpan<byte> name) => name[(name.IndexOf((byte)':') + 1)..];

    private ReadOnlySpan<byte> NameOf(Element element) => text.AsSpan(element.NameStart, element.NameLength);
}
