using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>The attributes of the start tag that the reader stands on.</content>
internal sealed partial class ForgivingXml
{
    /// More attributes than any vocabulary has; what follows is passed over
    private const int MaxAttributes = 256;

    private Span[] attributes = new Span[16];
    private int attributeCount;

    /// Whether an attribute's name starts with xml: a declaration of a namespace, a base, or a language
    private bool xmlAttributes;

    /// <summary>The places of the attributes' names and values.</summary>
    internal readonly record struct Span(int NameStart, int NameLength, int ValueStart, int ValueLength);

    internal ReadOnlySpan<Span> Attributes => attributes.AsSpan(0, attributeCount);

    internal ReadOnlySpan<byte> NameOf(Span attribute) => text.AsSpan(attribute.NameStart, attribute.NameLength);

    internal ReadOnlySpan<byte> RawValue(Span attribute) => text.AsSpan(attribute.ValueStart, attribute.ValueLength);

    /// <summary>The value of an attribute of that local name, references decoded; null when the tag has none.</summary>
    public string? Attribute(string localName)
    {
        foreach (var attribute in Attributes)
        {
            var prefix = attribute.NameLength - localName.Length;
            if (prefix >= 0 && IsLocal(NameOf(attribute), prefix) && Ascii.EqualsIgnoreCase(NameOf(attribute)[prefix..], localName))
                return Value(attribute);
        }

        return null;
    }

    /// Whether the local name begins there
    private static bool IsLocal(ReadOnlySpan<byte> qualified, int at) => at == 0 || qualified[at - 1] == ':' && qualified.IndexOf((byte)':') == at - 1;

    private string Value(Span attribute)
    {
        var raw = RawValue(attribute);
        // Only what stands for itself is among the words
        if (words.Find(raw, out var slot) is { } known)
            return known;
        if (entities.IsPlain(raw))
            return words.Make(raw, slot);
        // What is being gathered while a tag inside it is read stays
        var start = gathered.Length;
        entities.Decode(raw, gathered);
        var decoded = gathered.Written[start..].ToString();
        gathered.CutTo(start);
        return decoded;
    }

    private string? Exactly(ReadOnlySpan<byte> qualifiedName)
    {
        foreach (var attribute in Attributes)
        {
            if (NameOf(attribute).SequenceEqual(qualifiedName))
                return Value(attribute);
        }

        return null;
    }

    /// False when the document ends first
    private bool ReadAttributes(int at, out int tagEnd, out bool closed)
    {
        (attributeCount, xmlAttributes) = (0, false);
        (tagEnd, closed) = (end, false);
        // Most tags have none
        if (at < end && text[at] == '>')
        {
            tagEnd = at + 1;
            return true;
        }

        while (true)
        {
            at = SkipSpace(at);
            if (at >= end)
                return false;
            switch ((char)text[at])
            {
                case '>':
                    tagEnd = at + 1;
                    return true;
                case '<':
                    problems.Broken("unclosed_tag", "A start tag lacks its bracket.");
                    tagEnd = at;
                    return true;
                case '/':
                    closed = at + 1 < end && text[at + 1] == '>';
                    at++;
                    break;
                default:
                    at = ReadAttribute(at);
                    break;
            }
        }
    }

    private int ReadAttribute(int at)
    {
        var nameEnd = Math.Max(EndOfName(at), at + 1);
        var equals = nameEnd < end && text[nameEnd] == '=' ? nameEnd : SkipSpace(nameEnd);
        if (equals >= end || text[equals] != '=')
        {
            problems.Broken("bad_attribute", "An attribute has no value.");
            return nameEnd;
        }

        var start = SkipSpace(equals + 1);
        if (start >= end)
            return start;
        var quote = text[start];
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            problems.Broken("bad_attribute", "An attribute's value is not quoted.");
            var bare = From(start).IndexOfAny(" \t\r\n>"u8);
            var bareEnd = bare < 0 ? end : start + bare;
            // "type=audio/mpeg/>" closes its tag
            if (bareEnd < end && text[bareEnd] == '>' && bareEnd - start > 1 && text[bareEnd - 1] == '/')
                bareEnd--;
            Add(at, nameEnd, start, bareEnd);
            return bareEnd;
        }

        var length = From(start + 1).IndexOfAny(quote, (byte)'<');
        if (length < 0 || text[start + 1 + length] != quote)
            return ReadDoubtful(at, nameEnd, start + 1, From(start + 1).IndexOf(quote));
        Add(at, nameEnd, start + 1, start + 1 + length);
        var next = start + length + 2;
        if (next < end && NameBytes[text[next]] != Ending && text[next] != '?')
            problems.Broken("bad_attribute", "No space stands between two attributes.");
        return next;
    }

    /// A value with a tag in it, or without an end: where a tag's end stands before the next tag, the quote was forgotten
    private int ReadDoubtful(int at, int nameEnd, int start, int length)
    {
        const int Longest = 1 << 16;
        var value = From(start)[..(length < 0 ? Math.Min(end - start, Longest) : length)];
        problems.Broken("bad_attribute", "An attribute's value holds a < or has no end.");
        var (bracket, tag) = (value.IndexOf((byte)'>'), value.IndexOf((byte)'<'));
        if (bracket >= 0 && bracket < tag && (tag + 1 < value.Length && value[tag + 1] == '/' || Utf8Characters.IsWhiteSpace(value[(bracket + 1)..tag])))
        {
            var valueEnd = start + (bracket > 0 && value[bracket - 1] == '/' ? bracket - 1 : bracket);
            Add(at, nameEnd, start, valueEnd);
            return valueEnd;
        }

        var close = length < 0 ? end : start + length;
        Add(at, nameEnd, start, close);
        return Math.Min(close + 1, end);
    }

    private void Add(int nameStart, int nameEnd, int valueStart, int valueEnd)
    {
        if (attributeCount >= MaxAttributes)
            return;
        if (attributeCount == attributes.Length)
            Array.Resize(ref attributes, attributes.Length * 2);
        attributes[attributeCount++] = new Span(nameStart, nameEnd - nameStart, valueStart, valueEnd - valueStart);
        xmlAttributes |= nameEnd - nameStart > 4 && text.AsSpan(nameStart, 3).SequenceEqual("xml"u8);
    }

    private int SkipSpace(int at)
    {
        while (at < end && (text[at] <= ' ' || text[at] >= 0x80) && Utf8Characters.SpaceLength(From(at)) is > 0 and var length)
            at += length;
        return at;
    }

    private string? BaseHere() => Exactly("xml:base"u8)?.Trim() is { Length: > 0 } own ? WebAddress.Absolute(own, Base) : Base;

    private string? LanguageHere() => Exactly("xml:lang"u8)?.Trim() ?? Language;
}
