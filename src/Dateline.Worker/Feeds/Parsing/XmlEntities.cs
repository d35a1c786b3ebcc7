using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Decodes the references of XML text, with the entities that the document itself declares; nothing is ever fetched.</summary>
/// <param name="problems">Told what is wrong with the text; null when that was told before.</param>
/// <param name="nonCharacters">Whether the document holds U+FFFE or U+FFFF at all.</param>
internal sealed partial class XmlEntities(ProblemLog? problems, bool nonCharacters)
{
    /// What all declared entities of a document may expand to; "billion laughs" would be 3 GB
    private const int MaxExpansion = 100_000;
    private const int MaxNesting = 8;
    private const int LongestName = 40;

    /// <summary>The first byte of the basic plane's last characters.</summary>
    public const byte HighLead = 0xEF;

    // Searching for ASCII alone is faster, and next to no document holds the other forbidden characters
    private readonly SearchValues<byte> special = nonCharacters ? Wide : Ascii;
    private int expanded;

    /// <summary>Where text ends that stands for itself.</summary>
    public SearchValues<byte> SpecialOrTag { get; } = nonCharacters ? WideOrTag : AsciiOrTag;

    /// <summary>Whether every text of the document decodes by itself, whatever was decoded before it.</summary>
    public bool IsStandard => declared is null && !nonCharacters;

    /// <summary>Whether the text stands for itself, with nothing to replace or leave out.</summary>
    public bool IsPlain(ReadOnlySpan<byte> raw) => !raw.ContainsAny(special);

    /// <summary>Appends the text with its references replaced and forbidden characters left out.</summary>
    public void Decode(ReadOnlySpan<byte> raw, TextBuffer decoded) => Rewrite(raw, decoded, references: true, nesting: 0);

    /// <summary>As <see cref="Decode"/>, for CDATA, where an ampersand is itself.</summary>
    public void Clean(ReadOnlySpan<byte> raw, TextBuffer decoded) => Rewrite(raw, decoded, references: false, nesting: 0);

    private void Rewrite(ReadOnlySpan<byte> raw, TextBuffer decoded, bool references, int nesting)
    {
        while (raw.Length > 0)
        {
            var next = raw.IndexOfAny(special);
            if (next != 0)
                decoded.AppendUtf8(next < 0 ? raw : raw[..next]);
            if (next < 0)
                break;
            raw = raw[next..];
            raw = raw[(raw[0] == '&' && references ? AppendReference(raw, decoded, nesting) : AppendOther(raw, decoded))..];
        }
    }

    private int AppendOther(ReadOnlySpan<byte> raw, TextBuffer decoded)
    {
        if (raw[0] == '&')
        {
            decoded.Append('&');
        }
        else if (raw[0] == '\r')
        {
            if (raw.Length == 1 || raw[1] != '\n')
                decoded.Append('\n');
        }
        else if (raw[0] == HighLead && !IsNonCharacter(raw))
        {
            decoded.AppendUtf8(raw[..3]);
            return 3;
        }
        else
        {
            problems?.Broken("control_character", "The document holds characters that XML forbids.");
            return raw[0] == HighLead ? 3 : 1;
        }

        return 1;
    }

    /// <summary>U+FFFE or U+FFFF, which XML forbids.</summary>
    public static bool IsNonCharacter(ReadOnlySpan<byte> text) => text is [HighLead, 0xBF, 0xBE or 0xBF, ..];

    /// <summary>Whether any stands in valid UTF-8.</summary>
    public static bool HoldsNonCharacters(ReadOnlySpan<byte> utf8)
    {
        var last = "\uFFFF"u8[..2];
        for (var next = utf8.IndexOf(last); next >= 0; next = utf8.IndexOf(last))
        {
            utf8 = utf8[next..];
            if (IsNonCharacter(utf8))
                return true;
            utf8 = utf8[2..];
        }

        return false;
    }

    private int AppendReference(ReadOnlySpan<byte> raw, TextBuffer decoded, int nesting)
    {
        if (Predefined(raw, out var length) is var character and not '\0')
        {
            decoded.Append(character);
            return length;
        }

        var end = raw[..Math.Min(raw.Length, LongestName + 2)].IndexOf((byte)';');
        var name = end > 1 ? raw[1..end] : default;
        if (name.IsEmpty || name.ContainsAny(NotInNames))
        {
            problems?.Broken("bare_ampersand", "An & stands in text without being escaped.");
            decoded.Append('&');
            return 1;
        }

        Span<char> characters = stackalloc char[LongestName];
        characters = characters[..Encoding.UTF8.GetChars(name, characters)];
        if (characters[0] == '#')
            return end + 1 + AppendCharacter(characters, raw[(end + 1)..], decoded);
        AppendNamed(characters, decoded, nesting);
        return end + 1;
    }

    /// What the five references of XML itself stand for, of which escaped markup is made
    private static char Predefined(ReadOnlySpan<byte> raw, out int length)
    {
        const uint LessThan = 0x3B_74_6C_26, GreaterThan = 0x3B_74_67_26, Ampersand = 0x70_6D_61_26, Quotation = 0x6F_75_71_26, Apostrophe = 0x6F_70_61_26;
        length = 4;
        if (raw.Length < length)
            return '\0';
        switch (BinaryPrimitives.ReadUInt32LittleEndian(raw))
        {
            case LessThan:
                return '<';
            case GreaterThan:
                return '>';
            case Ampersand when raw.Length > 4 && raw[4] == ';':
                length = 5;
                return '&';
            case Quotation when raw.Length > 5 && raw[4] == 't' && raw[5] == ';':
                length = 6;
                return '"';
            case Apostrophe when raw.Length > 5 && raw[4] == 's' && raw[5] == ';':
                length = 6;
                return '\'';
            default:
                return '\0';
        }
    }

    /// Gives how much of what stands behind the reference belongs to it
    private int AppendCharacter(ReadOnlySpan<char> name, ReadOnlySpan<byte> behind, TextBuffer decoded)
    {
        var used = 0;
        if (HtmlEntities.Character(name) is not { } character)
        {
            problems?.Broken("bad_character_reference", "A numeric reference names no character.");
            Span<char> next = stackalloc char[LongestName];
            next = next[..Encoding.Latin1.GetChars(behind[..Math.Min(behind.Length, LongestName)], next)];
            if (HtmlEntities.Pair(name, next, out used) is not { } pair)
                return 0;
            character = pair;
        }

        Span<char> written = stackalloc char[2];
        decoded.Append(written[..character.EncodeToUtf16(written)]);
        return used;
    }

    private void AppendNamed(ReadOnlySpan<char> name, TextBuffer decoded, int nesting)
    {
        if (declared is not null && declared.TryGetValue(name.ToString(), out var value))
        {
            if (nesting >= MaxNesting || expanded + value.Length > MaxExpansion)
            {
                problems?.Broken("entity_expansion", "The document's entities expand to more than is allowed.");
                return;
            }

            expanded += value.Length;
            if (value.Contains((byte)'&'))
                Rewrite(value, decoded, references: true, nesting + 1);
            else
                decoded.AppendUtf8(value);
        }
        else if (HtmlEntities.Named(name) is { } known)
        {
            problems?.Broken("undeclared_entity", "An HTML entity is used without being declared.");
            decoded.Append(known);
        }
        else
        {
            problems?.Broken("unknown_entity", "An entity is used that neither the document nor HTML knows.");
            decoded.Append('&');
            decoded.Append(name);
            decoded.Append(';');
        }
    }
}
