using System.Text;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>The words that documents repeat without end, as one string each.</summary>
internal sealed class KnownWords
{
    /// Few enough to be cleared for each document, enough for what one repeats
    private const int Slots = 128;
    private const int Longest = 128;

    private readonly string?[] seen = new string?[Slots];

    /// <summary>The text as a string: the same one as before where the document said the same a short while ago.</summary>
    public string Text(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > Longest)
            return Encoding.UTF8.GetString(utf8);
        ref var slot = ref seen[Slot(utf8)];
        if (slot is null || !Ascii.Equals(utf8, slot))
            slot = Encoding.UTF8.GetString(utf8);
        return slot;
    }

    /// Length and a few characters tell most words apart
    private static uint Slot(ReadOnlySpan<byte> utf8)
    {
        var (first, middle, last) = (utf8[0], utf8[utf8.Length / 2], utf8[^1]);
        return (uint)(utf8.Length * 31 + first * 7 + middle * 13 + last * 3) % Slots;
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
