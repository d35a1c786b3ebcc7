using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>The entities that the document declares.</content>
internal sealed partial class XmlEntities
{
    private const int MaxEntities = 256;

    private Dictionary<string, byte[]>? declared;
    private bool documentTypeSeen;

    /// <summary>Reads the internal subset's entities and gives the length of the declaration that the text starts with.</summary>
    public int ReadDocumentType(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'[', (byte)'>');
        if (end < 0)
            return text.Length;
        if (documentTypeSeen || text[end] == '>')
        {
            documentTypeSeen = true;
            return end + 1;
        }

        documentTypeSeen = true;
        var subset = text[(end + 1)..];
        var loose = EndOfSubset(subset);
        if (loose < 0)
            return end + 1;
        Declare(subset[..loose]);
        var bracket = subset[loose..].IndexOf((byte)'>');
        return bracket < 0 ? text.Length : end + 1 + loose + bracket + 1;
    }

    /// The bracket that closes the subset; one within an entity's quotes does not
    private static int EndOfSubset(ReadOnlySpan<byte> subset)
    {
        for (var at = 0; at < subset.Length;)
        {
            var next = subset[at..].IndexOfAny("]\"'<"u8);
            if (next < 0)
                break;
            at += next;
            if (subset[at] == ']')
                return at;
            var isComment = subset[at..].StartsWith("<!--"u8);
            if (subset[at] == '<' && !isComment)
            {
                at++;
                continue;
            }

            var length = isComment ? subset[at..].IndexOf("-->"u8) : subset[(at + 1)..].IndexOf(subset[at]) + 1;
            at += Math.Max(length, 0) + 1;
        }

        return subset.IndexOf("]>"u8);
    }

    private void Declare(ReadOnlySpan<byte> subset)
    {
        var opening = "<!ENTITY"u8;
        for (var tries = 0; tries < MaxEntities; tries++)
        {
            var next = subset.IndexOf(opening);
            if (next < 0)
                return;
            subset = subset[(next + opening.Length)..];
            while (Utf8Characters.SpaceLength(subset) is > 0 and var space)
                subset = subset[space..];
            var nameEnd = subset.IndexOfAny(" \t\r\n"u8);
            var quote = subset.IndexOfAny((byte)'"', (byte)'\'');
            if (nameEnd <= 0 || quote < nameEnd)
                continue;
            var length = subset[(quote + 1)..].IndexOf(subset[quote]);
            if (length < 0)
                return;
            var external = !Utf8Characters.IsWhiteSpace(subset[nameEnd..quote]);
            if (external)
                problems?.Note("external_entity", "The document names an external entity, which is not read.");
            declared ??= new(StringComparer.Ordinal);
            declared.TryAdd(Encoding.UTF8.GetString(subset[..nameEnd]), external ? [] : subset.Slice(quote + 1, length).ToArray());
            subset = subset[(quote + 1 + length)..];
        }
    }
}
