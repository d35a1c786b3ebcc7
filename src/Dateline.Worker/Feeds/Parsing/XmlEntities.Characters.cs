using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>The characters that are searched for, and the contents of elements that hold text and CDATA alone.</content>
internal sealed partial class XmlEntities
{
    /// The opening of a CDATA section
    private static ReadOnlySpan<byte> Opening => "<![CDATA["u8;

    private static ReadOnlySpan<byte> Controls =>
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8;

    // What text cannot be taken over with as it is: references, carriage returns, and the characters XML forbids
    private static readonly SearchValues<byte> Ascii = SearchValues.Create([.. "&\r"u8, .. Controls]);
    private static readonly SearchValues<byte> Wide = SearchValues.Create([.. "&\r"u8, .. Controls, HighLead]);
    private static readonly SearchValues<byte> AsciiOrTag = SearchValues.Create([.. "&\r<"u8, .. Controls]);
    private static readonly SearchValues<byte> WideOrTag = SearchValues.Create([.. "&\r<"u8, .. Controls, HighLead]);
    private static readonly SearchValues<byte> Forbidden = SearchValues.Create(Controls);
    private static readonly SearchValues<byte> ReturnOrForbidden = SearchValues.Create([.. "\r"u8, .. Controls]);
    private static readonly SearchValues<byte> NotInNames = SearchValues.Create(" \t\r\n&<"u8);

    /// <summary>For text of which <see cref="IsStandard"/> held, and whose problems are told. Stands below what it is made of.</summary>
    public static XmlEntities Silent { get; } = new(null, nonCharacters: false);

    /// <summary>Appends the content of an element that holds text and CDATA alone.</summary>
    public void DecodeContent(ReadOnlySpan<byte> content, TextBuffer decoded)
    {
        while (content.Length > 0)
        {
            var piece = NextPiece(ref content, out var literal);
            Rewrite(piece, decoded, references: !literal, nesting: 0);
        }
    }

    /// <summary>Whether the content of such an element is one piece that stands for itself.</summary>
    public bool IsOnePlainPiece(ReadOnlySpan<byte> content, out ReadOnlySpan<byte> piece)
    {
        piece = NextPiece(ref content, out var literal);
        return content.IsEmpty && (literal ? !piece.ContainsAny(ReturnOrForbidden) : IsPlain(piece));
    }

    /// <summary>Tells what <see cref="DecodeContent"/> would tell, without making the text; only for what <see cref="IsStandard"/> holds of.</summary>
    /// <param name="content">As for <see cref="DecodeContent"/>.</param>
    /// <param name="kind">What is in it.</param>
    /// <param name="scratch">Takes what is of no use.</param>
    public void CheckContent(ReadOnlySpan<byte> content, LeafKind kind, TextBuffer scratch)
    {
        if (kind == LeafKind.Plain)
            return;
        if (kind == LeafKind.Coded ? !CheckReferences(content, scratch) : kind == (LeafKind.Coded | LeafKind.Sections) || content.ContainsAny(Forbidden))
            DecodeContent(content, scratch);
    }

    /// <summary>Whether it is certain, without decoding, that an element's content is more than space.</summary>
    public static bool IsVisible(ReadOnlySpan<byte> content)
    {
        content = content.TrimStart(" \t\r\n"u8);
        var literal = content.StartsWith(Opening);
        if (literal)
            content = content[Opening.Length..].TrimStart(" \t\r\n"u8);
        return content.StartsWith("&lt;"u8)
            || content.Length > 0 && content[0] is > (byte)' ' and < 0x7F and not (byte)']' && (literal || content[0] is not ((byte)'<' or (byte)'&'));
    }

    /// False, with nothing settled, when there are forbidden characters
    private bool CheckReferences(ReadOnlySpan<byte> text, TextBuffer scratch)
    {
        // Escaped markup is full of references: to see where all of a block stand, and which are brackets, is far faster than to search for each
        const int Behind = 3;
        for (; text.Length >= Vector256<byte>.Count + Behind; text = text[Vector256<byte>.Count..])
        {
            var bytes = Vector256.Create(text);
            var space = Vector256.Equals(bytes, Vector256.Create((byte)'\n')) | Vector256.Equals(bytes, Vector256.Create((byte)'\t')) | Vector256.Equals(bytes, Vector256.Create((byte)'\r'));
            if (Vector256.AndNot(Vector256.LessThan(bytes, Vector256.Create((byte)' ')), space) != default)
                return false;
            var references = Vector256.Equals(bytes, Vector256.Create((byte)'&'));
            if (references == default)
                continue;
            for (var found = Vector256.AndNot(references, Brackets(text)).ExtractMostSignificantBits(); found != 0; found &= found - 1)
                CheckReference(text[BitOperations.TrailingZeroCount(found)..], scratch);
        }

        if (text.ContainsAny(Forbidden))
            return false;
        for (var next = text.IndexOf((byte)'&'); next >= 0; next = text.IndexOf((byte)'&'))
        {
            CheckReference(text[next..], scratch);
            text = text[(next + 1)..];
        }

        return true;
    }

    /// Before which bytes lt; or gt; stands
    private static Vector256<byte> Brackets(ReadOnlySpan<byte> text)
    {
        var (first, second, third) = (Vector256.Create(text[1..]), Vector256.Create(text[2..]), Vector256.Create(text[3..]));
        return (Vector256.Equals(first, Vector256.Create((byte)'l')) | Vector256.Equals(first, Vector256.Create((byte)'g')))
            & Vector256.Equals(second, Vector256.Create((byte)'t')) & Vector256.Equals(third, Vector256.Create((byte)';'));
    }

    private void CheckReference(ReadOnlySpan<byte> text, TextBuffer scratch)
    {
        if (Predefined(text, out _) == '\0')
            AppendReference(text, scratch, nesting: 0);
    }

    /// Takes the text or section that the content starts with; sections are whole there
    private static ReadOnlySpan<byte> NextPiece(scoped ref ReadOnlySpan<byte> content, out bool literal)
    {
        literal = content[0] == '<';
        var start = literal ? Opening.Length : 0;
        var length = literal ? content[start..].IndexOf("]]>"u8) : content.IndexOf((byte)'<');
        var piece = length < 0 ? content[start..] : content.Slice(start, length);
        content = length < 0 ? default : content[(start + length + (literal ? 3 : 0))..];
        return piece;
    }
}
