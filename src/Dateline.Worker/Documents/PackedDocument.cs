using System.IO.Compression;

namespace Dateline.Worker.Documents;

/// <summary>Documents that are files of gzip themselves, as sitemaps often are, whatever their transport says.</summary>
internal static class PackedDocument
{
    /// <summary>Bytes that one may unpack to where nobody says otherwise; a packed one of a megabyte may hold a thousand.</summary>
    public const int MaxLength = 16 << 20;

    /// <summary>What is packed; the document itself where nothing is, or where it is broken or unpacks to more than <paramref name="maxLength"/> bytes.</summary>
    public static ReadOnlyMemory<byte> Unpacked(ReadOnlyMemory<byte> document, int maxLength = MaxLength)
    {
        if (!document.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]))
            return document;
        try
        {
            using var packed = new GZipStream(new MemoryStream(document.ToArray(), writable: false), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            Span<byte> piece = stackalloc byte[1 << 13];
            while (packed.Read(piece) is > 0 and var read)
            {
                if (unpacked.Length + read > maxLength)
                    return document;
                unpacked.Write(piece[..read]);
            }

            return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
        }
        catch (InvalidDataException)
        {
            return document;
        }
    }
}
