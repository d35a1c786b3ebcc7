using System.Buffers;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Decodes the references of XML text, with the entities that the document itself declares; nothing is ever fetched.</summary>
internal sealed class XmlEntities(ProblemLog problems, bool nonCharacters)
{
    /// What all declared entities of a document may expand to; "billion laughs" would be 3 GB
    private const int MaxExpansion = 100_000;
    private const int MaxEntities = 256;
    private const int MaxNesting = 8;
    private const int LongestName = 40;

    // What text cannot be taken over with as it is: references, carriage returns, and the characters XML forbids
    private const string AsciiSpecial =
        "&\r\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    private static readonly SearchValues<char> Ascii = SearchValues.Create(AsciiSpecial);
    private static readonly SearchValues<char> Wide = SearchValues.Create(AsciiSpecial + "\uFFFE\uFFFF");
    private static readonly SearchValues<char> AsciiOrTag = SearchValues.Create(AsciiSpecial + "<");
    private static readonly SearchValues<char> WideOrTag = SearchValues.Create(AsciiSpecial + "<\uFFFE\uFFFF");
    private static readonly SearchValues<char> NotInNames = SearchValues.Create(" \t\r\n&<");

    // Searching for ASCII alone is twice as fast, and next to no document holds the others
    private readonly SearchValues<char> special = nonCharacters ? Wide : Ascii;
    private readonly Dictionary<string, string> declared = new(StringComparer.Ordinal);
    private int expanded;
    private bool documentTypeSeen;

    /// <summary>Where text ends that stands for itself.</summary>
    public SearchValues<char> SpecialOrTag { get; } = nonCharacters ? WideOrTag : AsciiOrTag;

    /// <summary>Whether the text stands for itself, with nothing to replace or leave out.</summary>
    public bool IsPlain(ReadOnlySpan<char> raw) => !raw.ContainsAny(special);

    /// <summary>Appends the text with its references replaced and forbidden characters left out.</summary>
    public void Decode(ReadOnlySpan<char> raw, TextBuffer decoded) => Rewrite(raw, decoded, references: true, nesting: 0);

    /// <summary>As <see cref="Decode"/>, for CDATA, where an ampersand is itself.</summary>
    public void Clean(ReadOnlySpan<char> raw, TextBuffer decoded) => Rewrite(raw, decoded, references: false, nesting: 0);

    private void Rewrite(ReadOnlySpan<char> raw, TextBuffer decoded, bool references, int nesting)
    {
        while (raw.Length > 0)
        {
            var next = raw.IndexOfAny(special);
            decoded.Append(next < 0 ? raw : raw[..next]);
            if (next < 0)
                break;
            raw = raw[next..];
            raw = raw[(raw[0] == '&' && references ? AppendReference(raw, decoded, nesting) : AppendOther(raw, decoded))..];
        }
    }

    private int AppendOther(ReadOnlySpan<char> raw, TextBuffer decoded)
    {
        if (raw[0] == '&')
            decoded.Append('&');
        else if (raw[0] != '\r')
            problems.Broken("control_character", "The document holds characters that XML forbids.");
        else if (raw.Length == 1 || raw[1] != '\n')
            decoded.Append('\n');
        return 1;
    }

    private int AppendReference(ReadOnlySpan<char> raw, TextBuffer decoded, int nesting)
    {
        // Escaped markup is made of these
        if (raw.StartsWith("&lt;") || raw.StartsWith("&gt;"))
        {
            decoded.Append(raw[1] == 'l' ? '<' : '>');
            return 4;
        }

        var end = raw[..Math.Min(raw.Length, LongestName + 2)].IndexOf(';');
        var name = end > 1 ? raw[1..end] : default;
        if (name.IsEmpty || name.ContainsAny(NotInNames))
        {
            problems.Broken("bare_ampersand", "An & stands in text without being escaped.");
            decoded.Append('&');
            return 1;
        }

        if (name[0] == '#')
            AppendCharacter(name, decoded);
        else if (name is "amp" or "lt" or "gt" or "quot" or "apos")
            decoded.Append(HtmlEntities.Named(name));
        else
            AppendNamed(name, decoded, nesting);
        return end + 1;
    }

    private void AppendCharacter(ReadOnlySpan<char> name, TextBuffer decoded)
    {
        if (HtmlEntities.Numeric(name) is { } character)
            decoded.Append(character);
        else
            problems.Broken("bad_character_reference", "A numeric reference names no character.");
    }

    private void AppendNamed(ReadOnlySpan<char> name, TextBuffer decoded, int nesting)
    {
        if (declared.Count > 0 && declared.TryGetValue(name.ToString(), out var value))
        {
            if (nesting >= MaxNesting || expanded + value.Length > MaxExpansion)
            {
                problems.Broken("entity_expansion", "The document's entities expand to more than is allowed.");
                return;
            }

            expanded += value.Length;
            if (value.Contains('&'))
                Rewrite(value, decoded, references: true, nesting + 1);
            else
                decoded.Append(value);
        }
        else if (HtmlEntities.Named(name) is { } known)
        {
            problems.Broken("undeclared_entity", "An HTML entity is used without being declared.");
            decoded.Append(known);
        }
        else
        {
            problems.Broken("unknown_entity", "An entity is used that neither the document nor HTML knows.");
            decoded.Append('&');
            decoded.Append(name);
            decoded.Append(';');
        }
    }

    /// <summary>Reads the internal subset's entities and gives the length of the declaration that the text starts with.</summary>
    public int ReadDocumentType(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('[', '>');
        if (end < 0)
            return text.Length;
        if (documentTypeSeen || text[end] == '>')
        {
            documentTypeSeen = true;
            return end + 1;
        }

        documentTypeSeen = true;
        var subset = text[(end + 1)..];
        var close = subset.IndexOf("]>");
        var loose = close < 0 ? subset.IndexOf(']') : close;
        if (loose < 0)
            return end + 1;
        Declare(subset[..loose]);
        var bracket = subset[loose..].IndexOf('>');
        return bracket < 0 ? text.Length : end + 1 + loose + bracket + 1;
    }

    private void Declare(ReadOnlySpan<char> subset)
    {
        const string Opening = "<!ENTITY";
        for (var tries = 0; tries < MaxEntities; tries++)
        {
            var next = subset.IndexOf(Opening);
            if (next < 0)
                return;
            subset = subset[(next + Opening.Length)..].TrimStart();
            var nameEnd = subset.IndexOfAny(" \t\r\n");
            var quote = subset.IndexOfAny('"', '\'');
            if (nameEnd <= 0 || quote < nameEnd)
                continue;
            var length = subset[(quote + 1)..].IndexOf(subset[quote]);
            if (length < 0)
                return;
            var between = subset[nameEnd..quote];
            var external = !between.IsWhiteSpace();
            if (external)
                problems.Note("external_entity", "The document names an external entity, which is not read.");
            declared.TryAdd(subset[..nameEnd].ToString(), external ? "" : subset.Slice(quote + 1, length).ToString());
            subset = subset[(quote + 1 + length)..];
        }
    }
}
