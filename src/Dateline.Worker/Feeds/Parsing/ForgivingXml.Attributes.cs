using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>The attributes of the start tag that the reader stands on.</content>
internal sealed partial class ForgivingXml
{
    /// More attributes than any vocabulary has; what follows is passed over
    private const int MaxAttributes = 256;

    private readonly List<Span> attributes = [];

    /// <summary>The places of the attributes' names and values.</summary>
    internal readonly record struct Span(int NameStart, int NameLength, int ValueStart, int ValueLength);

    internal IReadOnlyList<Span> Attributes => attributes;

    internal ReadOnlySpan<char> Slice(int start, int length) => text.AsSpan(start, length);

    /// <summary>The value of an attribute of that local name, references decoded; null when the tag has none.</summary>
    public string? Attribute(string localName)
    {
        foreach (var attribute in attributes)
        {
            var qualified = text.AsSpan(attribute.NameStart, attribute.NameLength);
            if (qualified[(qualified.IndexOf(':') + 1)..].Equals(localName, StringComparison.OrdinalIgnoreCase))
                return Value(attribute);
        }

        return null;
    }

    private string Value(Span attribute) => entities.Decode(text.AsSpan(attribute.ValueStart, attribute.ValueLength));

    private string? Exactly(string qualifiedName)
    {
        foreach (var attribute in attributes)
        {
            if (text.AsSpan(attribute.NameStart, attribute.NameLength).SequenceEqual(qualifiedName))
                return Value(attribute);
        }

        return null;
    }

    /// False when the document ends first
    private bool ReadAttributes(int at, out int tagEnd, out bool closed)
    {
        attributes.Clear();
        closed = false;
        tagEnd = text.Length;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (at >= text.Length)
                return false;
            switch (text[at])
            {
                case '>':
                    tagEnd = at + 1;
                    return true;
                case '<':
                    problems.Broken("unclosed_tag", "A start tag lacks its bracket.");
                    tagEnd = at;
                    return true;
                case '/':
                    closed = at + 1 < text.Length && text[at + 1] == '>';
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
        var equals = SkipSpace(nameEnd);
        if (equals >= text.Length || text[equals] != '=')
        {
            problems.Broken("bad_attribute", "An attribute has no value.");
            return nameEnd;
        }

        var start = SkipSpace(equals + 1);
        if (start >= text.Length)
            return start;
        var quote = text[start];
        if (quote is not ('"' or '\''))
        {
            problems.Broken("bad_attribute", "An attribute's value is not quoted.");
            var bare = text.AsSpan(start).IndexOfAny(" \t\r\n>");
            var bareEnd = bare < 0 ? text.Length : start + bare;
            Add(at, nameEnd, start, bareEnd);
            return bareEnd;
        }

        var length = text.AsSpan(start + 1).IndexOf(quote);
        var end = length < 0 ? text.Length : start + 1 + length;
        Add(at, nameEnd, start + 1, end);
        return end + 1;
    }

    private void Add(int nameStart, int nameEnd, int valueStart, int valueEnd)
    {
        if (attributes.Count < MaxAttributes)
            attributes.Add(new Span(nameStart, nameEnd - nameStart, valueStart, valueEnd - valueStart));
    }

    private int SkipSpace(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private string? BaseFor(string? own)
    {
        own ??= attributes.Count == 0 ? null : Exactly("xml:base")?.Trim();
        return string.IsNullOrEmpty(own) ? Base : WebAddress.Absolute(own, Base);
    }

    private string? LanguageFor() => (attributes.Count == 0 ? null : Exactly("xml:lang")?.Trim()) ?? Language;
}
