using System.IO.Compression;
using System.Text;
using Dateline.Worker.Feeds;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Benchmarks.Limits;

/// <summary>Servers on loopback, asked as a feed is (15 MiB) but for a second an attempt, and no second one.</summary>
internal static class ServerAttacks
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";
    private const string Chunked = Ok + "Transfer-Encoding: chunked\r\n\r\n";

    public static IReadOnlyList<Attack> All { get; } =
    [
        Bomb("gzip bomb, 1 GiB of nulls", "15 MiB after decompression", "TooLarge", "gzip", body => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true)),
        Bomb("Brotli bomb, 1 GiB of nulls", "15 MiB after decompression", "TooLarge", "br", body => new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true)),
        Bomb("gzip in gzip, 1 GiB of nulls", "one encoding is undone, and gzip is no feed", "Answer", "gzip, gzip", body => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true), times: 2),
        Bomb("gzip in gzip, as a sitemap's file", "15 MiB after each decompression", "no feed", "gzip", body => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true), times: 2, Page),
        Endless("a body without end", "15 MiB", "TooLarge", 80, Ok + "\r\n", new string('x', 65_536)),
        Endless("a header without end", "64 KB of headers", "TooLarge", 20, Ok + "X: ", new string('x', 65_536)),
        Endless("headers without end", "64 KB of headers", "TooLarge", 20, Ok, "X-A: b\r\n"),
        Endless("cookies without end", "64 KB of headers, 20 cookies kept", "TooLarge", 20, Ok, "Set-Cookie: a=b; path=/\r\n"),
        Endless("a status line without end", "64 KB of headers", "TooLarge", 20, "HTTP/1.1 200 ", new string('x', 4_096)),
        Endless("interim answers (103) without end", "64 KB of headers, all answers together", "TooLarge", 20, "", "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n"),
        Endless("a chunk's extensions without end", "16 KB of a chunk's line", "Protocol", 20, Chunked + "5;", new string('x', 4_096)),
        Endless("chunks of a byte with 8 KB of extensions", "time of an attempt, 15 MiB", "Timeout", 2_000, Chunked, $"1;{new string('x', 8_192)}\r\nx\r\n"),
        Endless("trailers without end", "64 KB of headers", "TooLarge", 20, Chunked + "1\r\nx\r\n0\r\n", "X-A: b\r\n"),
        Dripping("a byte every 100 ms", "time of an attempt (20 s; here 1 s)", "Timeout", 20, Ok + "\r\n"),
        Dripping("headers, a byte every 100 ms", "time of an attempt (20 s; here 1 s)", "Timeout", 20, "HTTP/1.1 200 OK\r\nX: "),
        Dripping("no answer", "time of an attempt (20 s; here 1 s)", "Timeout", 20, "", drips: false),
        Endless("redirects without end", "8 redirects", "TooManyRedirects", 20, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /x\r\n\r\n", ""),
    ];

    private static Attack Bomb(string name, string limit, string expected, string encoding, Func<Stream, Stream> pack, int times = 1, Func<WebFetcher, IOptions<HttpOptions>, Uri, Task<string>>? by = null) => new(
        name, limit, expected, 160, () => Packed(pack, times),
        body => Ask(by ?? Answer, async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"{Ok}Content-Encoding: {encoding}\r\nContent-Length: {body.Length}\r\n\r\n"), token);
            await stream.WriteAsync(body, token);
        }));

    private static byte[] Packed(Func<Stream, Stream> pack, int times)
    {
        var bomb = new MemoryStream();
        using (var packed = pack(bomb))
        {
            var nulls = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 1024; megabyte++)
                packed.Write(nulls);
        }

        for (var time = 1; time < times; time++)
        {
            var again = new MemoryStream();
            using (var packed = pack(again))
                packed.Write(bomb.ToArray());
            bomb = again;
        }

        return bomb.ToArray();
    }

    private static Attack Endless(string name, string limit, string expected, int mostMegabytes, string before, string repeated) => new(
        name, limit, expected, mostMegabytes, () => Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(repeated, 1 + 16_384 / (repeated.Length + 1)))),
        bytes => Ask(Answer, async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(before), token);
            while (bytes.Length > 0)
                await stream.WriteAsync(bytes, token);
        }));

    private static Attack Dripping(string name, string limit, string expected, int mostMegabytes, string before, bool drips = true) => new(
        name, limit, expected, mostMegabytes, () => Encoding.Latin1.GetBytes(before),
        bytes => Ask(Answer, async (stream, token) =>
        {
            await stream.WriteAsync(bytes, token);
            while (true)
            {
                await Task.Delay(100, token);
                if (drips)
                    await stream.WriteAsync("x"u8.ToArray(), token);
            }
        }));

    private static async Task<string> Ask(Func<WebFetcher, IOptions<HttpOptions>, Uri, Task<string>> by, Func<Stream, CancellationToken, Task> answer)
    {
        using var server = new RawServer(answer);
        var options = Options.Create(new HttpOptions { AllowedNetworks = ["127.0.0.0/8"], AttemptTimeoutSeconds = 1, Retries = 0, HostSpacingMilliseconds = 0 });
        using var web = new WebFetcher(new PublicAddressGuard(options), new HostPipelines(options, TimeProvider.System), options);
        return await by(web, options, server.Address);
    }

    /// <summary>The failure's kind, or that there was an answer.</summary>
    private static async Task<string> Answer(WebFetcher web, IOptions<HttpOptions> options, Uri address) =>
        await web.Get(new WebQuery(address, options.Value.MaxFeedBytes, "*/*"), CancellationToken.None) is WebResult.Failure failure ? failure.Kind.ToString() : "Answer";

    /// <summary>As the pages beside a feed are read, which may be compressed files.</summary>
    private static async Task<string> Page(WebFetcher web, IOptions<HttpOptions> options, Uri address)
    {
        // nothing is asked of the database where no other worker is
        await using var database = Database.Open(new StorageOptions { DataFolder = Path.GetTempPath() });
        var turns = new HostTurns(new HostGate(options, TimeProvider.System), new HostTurnStore(database), options);
        return await new FeedPages(web, turns, options, TimeProvider.System)
            .Fetch(new FeedRow { Url = address.AbsoluteUri }, address.AbsoluteUri, CancellationToken.None) is null ? "no feed" : "a feed";
    }
}
