using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>Markup whose tags all match, as XHTML is mostly written: it is gone past now and made HTML when it is asked for.</content>
internal sealed partial class ForgivingXml
{
    private const int MaxFragmentDepth = 32;

    /// <summary>The HTML of an element's content that <see cref="ReadLater"/> found to be such markup.</summary>
    public static string HtmlOf(ReadOnlyMemory<byte> fragment)
    {
        using var xml = new ForgivingXml(fragment, new ProblemLog());
        return xml.ReadMarkup(xml.openCount, standsOnText: false, out _).ToString();
    }

    /// Stands in an element that was started before the text
    private ForgivingXml(ReadOnlyMemory<byte> fragment, ProblemLog problems)
    {
        (text, position, end) = Bytes(fragment);
        this.problems = problems;
        namespaces = new XmlNamespaces(problems);
        entities = XmlEntities.Silent;
        open[openCount++] = new Element(position, 0, Vocabulary.Other);
    }

    /// False, with nothing told, when anything but matching elements and text is found: that is repaired step by step
    private bool FindEndOfMarkup(out int at)
    {
        var told = problems.Count;
        var wellFormed = problems.WellFormed;
        gathered.Clear();
        if (openCount < MaxDepth - MaxFragmentDepth && PassMarkup(out at))
            return true;
        problems.GoBackTo(told, wellFormed);
        at = position;
        return false;
    }

    private bool PassMarkup(out int at)
    {
        Span<Range> names = stackalloc Range[MaxFragmentDepth];
        at = position;
        for (var depth = 0; PassTextOfMarkup(ref at);)
        {
            if (text[at + 1] != '/')
            {
                if (depth == names.Length || !PassStartTag(ref at, out var name, out var closed))
                    return false;
                if (!closed)
                    names[depth++] = name;
                continue;
            }

            if (depth == 0)
                return true;
            var opened = text.AsSpan(names[--depth]);
            if (!From(at + 2).StartsWith(opened) || at + 2 + opened.Length >= end || text[at + 2 + opened.Length] != '>')
                return false;
            at += opened.Length + 3;
        }

        return false;
    }

    private bool PassTextOfMarkup(ref int at)
    {
        var tag = From(at).IndexOf((byte)'<');
        if (tag < 0 || at + tag + 1 >= end)
            return false;
        entities.CheckContent(text.AsSpan(at, tag), LeafKind.Coded, gathered);
        at += tag;
        return true;
    }

    private bool PassStartTag(ref int at, out Range name, out bool closed)
    {
        closed = false;
        var nameEnd = EndOfName(at + 1);
        name = (at + 1)..nameEnd;
        if (!char.IsAsciiLetter((char)text[at + 1]) || EndsOthers(text.AsSpan(name)) || !ReadAttributes(nameEnd, out at, out closed))
            return false;
        foreach (var attribute in Attributes)
        {
            if (!entities.IsPlain(RawValue(attribute)) && !NameOf(attribute).StartsWith("xmlns"u8))
                entities.Decode(RawValue(attribute), gathered);
        }

        return true;
    }

    /// Whether an element of that name can end one that was forgotten, or be ended so; a prefix is looked up, too
    private static bool EndsOthers(ReadOnlySpan<byte> name) =>
        name.Contains((byte)':') || IsLeaf(name) || Ascii.EqualsIgnoreCase(name, "item"u8) || Ascii.EqualsIgnoreCase(name, "entry"u8);
}
