using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>The words that documents repeat without end, as one string each.</summary>
internal sealed class KnownWords : IDisposable
{
    /// Few enough to be cleared for each document, enough for what one repeats
    private const int SlotBits = 9;
    private const int Longest = 128;

    private string?[]? seen;

    /// <summary>The text as a string: the same one as before where the document said the same a short while ago.</summary>
    public string Text(ReadOnlySpan<byte> utf8) => Find(utf8, out var slot) ?? Make(utf8, slot);

    /// <summary>The string of such text that was asked for before, and still stands in its slot.</summary>
    public string? Find(ReadOnlySpan<byte> utf8, out int slot)
    {
        slot = -1;
        if (utf8.Length is 0 or > Longest)
            return null;
        seen ??= Rent();
        slot = Slot(utf8);
        return seen[slot] is { } known && Ascii.Equals(utf8, known) ? known : null;
    }

    /// <summary>The text as a string, from now on in the slot that <see cref="Find"/> gave.</summary>
    public string Make(ReadOnlySpan<byte> utf8, int slot)
    {
        var text = Encoding.UTF8.GetString(utf8);
        if (slot >= 0)
            seen![slot] = text;
        return text;
    }

    /// Others may have left theirs in it
    private static string?[] Rent()
    {
        var rented = ArrayPool<string?>.Shared.Rent(1 << SlotBits);
        Array.Clear(rented);
        return rented;
    }

    public void Dispose()
    {
        if (seen is not null)
            ArrayPool<string?>.Shared.Return(seen, clearArray: true);
        seen = null;
    }

    /// The end and the middle tell most words apart: addresses all start alike
    private static int Slot(ReadOnlySpan<byte> utf8)
    {
        const ulong Spread = 0x9E37_79B9_7F4A_7C15;
        var (end, middle) = utf8.Length >= sizeof(ulong)
            ? (BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]), BinaryPrimitives.ReadUInt64LittleEndian(utf8[((utf8.Length - sizeof(ulong)) / 2)..]))
            : utf8.Length >= sizeof(uint)
            ? (BinaryPrimitives.ReadUInt32LittleEndian(utf8[^sizeof(uint)..]), BinaryPrimitives.ReadUInt32LittleEndian(utf8))
            : (utf8[^1], (ulong)utf8[0] << 8 | utf8[utf8.Length / 2]);
        return (int)(((end ^ BitOperations.RotateLeft(middle * Spread, 32)) + (ulong)utf8.Length) * Spread >> (64 - SlotBits));
    }

    /// <summary>The names of elements that markup is made of, and what else is the same in all documents.</summary>
    public static string Text(ReadOnlySpan<char> word) => word switch
    {
        "" => "",
        "a" => "a",
        "p" => "p",
        "b" => "b",
        "i" => "i",
        "br" => "br",
        "em" => "em",
        "li" => "li",
        "ul" => "ul",
        "div" => "div",
        "img" => "img",
        "pre" => "pre",
        "code" => "code",
        "span" => "span",
        "strong" => "strong",
        "blockquote" => "blockquote",
        "html" => "html",
        "xhtml" => "xhtml",
        "text" => "text",
        "text/html" => "text/html",
        "text/plain" => "text/plain",
        "application/xhtml+xml" => "application/xhtml+xml",
        "alternate" => "alternate",
        "self" => "self",
        "replies" => "replies",
        "edit" => "edit",
        "enclosure" => "enclosure",
        "related" => "related",
        "true" => "true",
        "false" => "false",
        "image" => "image",
        "image/jpeg" => "image/jpeg",
        "image/png" => "image/png",
        "audio/mpeg" => "audio/mpeg",
        _ => word.ToString(),
    };
}
