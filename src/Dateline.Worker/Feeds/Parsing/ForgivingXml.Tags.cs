namespace Dateline.Worker.Feeds.Parsing;

/// <content>Start and end tags, and the repair of their nesting.</content>
internal sealed partial class ForgivingXml
{
    private int leafSearches;

    private bool ReadStartTag(int at)
    {
        var nameEnd = EndOfName(at + 1);
        if (!ReadAttributes(nameEnd, out var tagEnd, out var closed))
        {
            // The document stops inside this tag
            problems.Broken("truncated_document", "The document ends inside a tag.");
            position = end;
            return false;
        }

        position = tagEnd;
        if (open.Count >= MaxDepth)
        {
            problems.Note("too_deep", $"Elements are nested deeper than {MaxDepth}.");
            tooDeep += closed ? 0 : 1;
            return false;
        }

        if (rootClosed && open.Count == 0)
            problems.Broken("trailing_junk", "Elements follow the end of the document.");

        var element = Describe(at + 1, nameEnd);
        if (CloseForgotten(element))
        {
            // Told as an end; the tag is read again as the next step, so that nobody who reads the closed element takes it for a part of it
            position = at;
            Token = XmlToken.End;
            return true;
        }

        open.Add(element with { Base = BaseFor(element.Base), Language = LanguageFor() });
        selfClosed = closed;
        Token = XmlToken.Start;
        return true;
    }

    private Element Describe(int nameStart, int nameEnd)
    {
        if (xmlAttributes)
            namespaces.Enter(open.Count + 1, this);
        var qualified = text.AsSpan(nameStart, nameEnd - nameStart);
        var colon = qualified.IndexOf(':');
        var local = qualified[(colon + 1)..];
        nameLength = local[..Math.Min(local.Length, name.Length)].ToLowerInvariant(name);
        Vocabulary = colon > 0 ? namespaces.OfPrefix(qualified[..colon]) : namespaces.Default;
        return new Element(nameStart, nameEnd - nameStart, Vocabulary, null, null);
    }

    private bool ReadEndTag(int at)
    {
        var nameEnd = EndOfName(at + 2);
        var close = From(nameEnd).IndexOfAny('>', '<');
        if (close < 0 || text[nameEnd + close] == '<')
            problems.Broken("unclosed_tag", "An end tag lacks its bracket.");
        position = close < 0 ? end : text[nameEnd + close] == '<' ? nameEnd + close : nameEnd + close + 1;
        if (tooDeep > 0)
        {
            tooDeep--;
            return false;
        }

        var wanted = text.AsSpan(at + 2, nameEnd - at - 2);
        var match = open.Count - 1;
        while (match >= 0 && !SameName(open[match], wanted))
            match--;
        if (match < 0)
        {
            problems.Broken("unmatched_end_tag", "An end tag matches no open element.");
            return false;
        }

        if (match < open.Count - 1)
            problems.Broken("unclosed_element", "An element is not closed before the one that holds it.");
        while (open.Count > match)
            Pop();
        Token = XmlToken.End;
        return true;
    }

    private bool SameName(Element element, ReadOnlySpan<char> wanted)
    {
        var opened = NameOf(element);
        if (opened.SequenceEqual(wanted))
            return true;
        if (!opened.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            return false;
        problems.Broken("unmatched_case", "Start and end tag differ in case.");
        return true;
    }

    /// A field or item that the document forgot to close ends where the next begins
    private bool CloseForgotten(Element next)
    {
        if (open.Count < 2 || next.Vocabulary > Vocabulary.Atom03)
            return false;
        var forgotten = Name is "item" or "entry" ? OpenItem(next) : OpenLeaf();
        if (forgotten < 0)
            return false;
        problems.Broken("unclosed_element", "An element is not closed before the next one begins.");
        while (open.Count > forgotten)
            Pop();
        return true;
    }

    /// Items stand at the second or third level and never in one another
    private int OpenItem(Element next)
    {
        for (var index = Math.Min(open.Count - 1, 2); index > 0; index--)
        {
            if (open[index].Vocabulary == next.Vocabulary && NameOf(open[index]).SequenceEqual(NameOf(next)))
                return index;
        }

        return OpenModule();
    }

    /// No module's element holds items
    private int OpenModule()
    {
        var index = open.Count;
        while (index > 1 && open[index - 1].Vocabulary is Vocabulary.ITunes or Vocabulary.Media or Vocabulary.DublinCore or Vocabulary.Syndication)
            index--;
        return index < open.Count ? index : -1;
    }

    private int OpenLeaf()
    {
        var last = NameOf(open[^1]);
        var leaf = last is "title" or "link" or "guid" or "pubDate" or "id" or "updated" or "published"
            && Name is "title" or "link" or "guid" or "pubdate" or "id" or "updated" or "published"
                or "description" or "summary" or "content" or "author" or "category";
        return leaf && EndsAfterItem(last) ? open.Count - 1 : -1;
    }

    private bool EndsAfterItem(ReadOnlySpan<char> opened)
    {
        // Far enough for any title; without a bound, a hostile document could have each of its tags search the rest
        const int Window = 4096;
        const int MaxSearches = 10_000;
        if (++leafSearches > MaxSearches)
            return false;
        var rest = text.AsSpan(position, Math.Min(Window, this.end - position));
        var end = rest.IndexOf(string.Concat("</", opened, ">"));
        var item = rest.IndexOf("</item>");
        item = item < 0 ? rest.IndexOf("</entry>") : item;
        return end < 0 || item >= 0 && item < end;
    }

    private ReadOnlySpan<char> NameOf(Element element) => text.AsSpan(element.NameStart, element.NameLength);

    private int EndOfName(int start)
    {
        var length = From(start).IndexOfAny(NameEnds);
        return length < 0 ? end : start + length;
    }
}
