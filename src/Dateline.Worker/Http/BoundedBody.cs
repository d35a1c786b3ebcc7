using System.Buffers;

namespace Dateline.Worker.Http;

/// <summary>Reads a body up to a limit counted after decompression, so that a small bomb stays small.</summary>
internal static class BoundedBody
{
    public static async Task<byte[]?> Read(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        return await Read(stream, limit, cancellationToken);
    }

    /// <summary>The bytes, or null when there are more than <paramref name="limit"/>.</summary>
    public static async Task<byte[]?> Read(Stream stream, int limit, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (body.Length + read > limit)
                    return null;
                body.Write(buffer, 0, read);
            }

            return body.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
