using System.Buffers;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>Elements that hold text and CDATA alone and are closed as they should be: nearly all whose content anyone asks for.</content>
internal sealed partial class ForgivingXml
{
    /// Space that is none of ASCII's common one, and the first bytes of what may be such
    private static readonly SearchValues<byte> OtherSpace = SearchValues.Create([(byte)'\t', (byte)'\n', 0x0B, 0x0C, 0xC2, 0xE1, 0xE2, 0xE3]);

    /// Where a leaf's content stands, and what is in it
    private readonly record struct Leaf(int Start, int Length, LeafKind Kind);

    private ReadOnlySpan<byte> Raw(Leaf leaf) => text.AsSpan(leaf.Start, leaf.Length);

    private ReadOnlySpan<char> Decoded(Leaf leaf)
    {
        gathered.Clear();
        if (leaf.Kind == LeafKind.Plain)
            gathered.AppendUtf8(Raw(leaf));
        else
            entities.DecodeContent(Raw(leaf), gathered);
        return gathered.Written;
    }

    /// <summary>
    /// Goes past the element just started when it is a leaf. If not the reader stays where it was, and who asked reads step by step; that
    /// leads past all that was looked at here, so that no place is looked at more than twice.
    /// </summary>
    private bool TryReadLeaf(out Leaf leaf)
    {
        leaf = default;
        if (selfClosed || !FindEndTag(out var at, out var kind))
            return false;
        leaf = new Leaf(position, at - position, kind);
        return ClosesInnermost(at);
    }

    /// <summary>
    /// The text of the element just started when it is what <see cref="HtmlText.Plain(string)"/> would make of it: words with single spaces and no
    /// sign of markup, as most titles and names are. Goes past its end tag; null, and still there, when that is not certain at once.
    /// </summary>
    public string? ReadWords()
    {
        if (selfClosed || !FindEndTag(out var at, out var kind) || kind != LeafKind.Plain)
            return null;
        var content = text.AsSpan(position, at - position);
        return content is [> (byte)' ', .., > (byte)' '] && !content.ContainsAny(OtherSpace) && content.IndexOf("  "u8) < 0 && ClosesInnermost(at)
            ? words.Text(content)
            : null;
    }

    /// <summary>
    /// The content of the element just started as text that is made when it is asked for; goes past its end tag. Null, and still there,
    /// when that cannot be: it is broken, what it says depends on what was read before, or it may be nothing but space.
    /// </summary>
    public EntryText? ReadLater(TextForm form)
    {
        if (selfClosed || !entities.IsStandard)
            return null;
        var start = position;
        if (FindEndTag(out var at, out var kind))
        {
            var content = text.AsSpan(start, at - start);
            if (!XmlEntities.IsVisible(content) || !ClosesInnermost(at))
                return null;
            gathered.Clear();
            entities.CheckContent(content, kind, gathered);
            return new EntryText(text.AsMemory(start, at - start), form);
        }

        return FindEndOfMarkup(out at) && ClosesInnermost(at)
            ? new EntryText(text.AsMemory(start, at - start), form == TextForm.Html ? TextForm.Markup : TextForm.MarkupConstruct)
            : null;
    }

    private bool FindEndTag(out int at, out LeafKind kind)
    {
        (at, kind) = (position, LeafKind.Plain);
        while (true)
        {
            var found = From(at).IndexOfAny(entities.SpecialOrTag);
            if (found >= 0 && text[at + found] != '<')
            {
                kind |= LeafKind.Coded;
                at += found;
                found = From(at).IndexOf((byte)'<');
            }

            at += found;
            if (found < 0 || at + 1 >= end)
                return false;
            if (text[at + 1] == '/')
                return true;
            if (!From(at).StartsWith("<![CDATA["u8) || EndOfSection(at + SectionStart) is not (>= 0 and var close))
                return false;
            kind |= LeafKind.Sections;
            at = close + 3;
        }
    }
}
