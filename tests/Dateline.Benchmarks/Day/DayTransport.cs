using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Dateline.Benchmarks.Day;

/// <summary>In place of the network: answers after a delay on the simulated clock, which keeps the poll's place in the pool as a real one would.</summary>
internal sealed class DayTransport(DayFeed[] feeds, DayClock clock, DateTimeOffset start) : HttpMessageHandler
{
    /// <summary>One request in two hundred meets a fault of the moment.</summary>
    private const double Faults = 0.005;

    private long requests;

    public long Requests => Interlocked.Read(ref requests);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        var feed = feeds[int.Parse(url.AbsolutePath.AsSpan(1, url.AbsolutePath.Length - ".xml".Length - 1), CultureInfo.InvariantCulture)];
        var random = new Random(unchecked((int)Interlocked.Increment(ref requests) * 486_187_739));
        await Task.Delay(feed.Server == DayServer.Silent ? Timeout.InfiniteTimeSpan : Latency(feed, random), clock, cancellationToken);
        return random.NextDouble() < Faults ? new HttpResponseMessage(HttpStatusCode.InternalServerError) : Answer(feed, request.Headers);
    }

    /// <summary>50 ms to 3 s, half of them below 250 ms.</summary>
    private static TimeSpan Latency(DayFeed feed, Random random)
    {
        var draw = random.NextDouble();
        return TimeSpan.FromSeconds(feed.Server == DayServer.Slow ? 1 + 2 * draw : Math.Clamp(0.25 * Math.Pow(draw / (1 - draw), 0.6), 0.05, 3));
    }

    private HttpResponseMessage Answer(DayFeed feed, HttpRequestHeaders headers)
    {
        if (feed.Server is DayServer.Missing or DayServer.Broken)
            return new HttpResponseMessage(feed.Server == DayServer.Missing ? HttpStatusCode.NotFound : HttpStatusCode.InternalServerError);
        var second = (int)(clock.GetUtcNow() - start).TotalSeconds;
        var etag = new EntityTagHeaderValue($"\"{feed.CountAt(second)}\"");
        if (feed.Validates && headers.TryGetValues("If-None-Match", out var known) && known.First() == etag.Tag)
            return new HttpResponseMessage(HttpStatusCode.NotModified);

        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(DayDocument.Write(feed, start, second)) };
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", "application/rss+xml");
        if (feed.Validates)
            answer.Headers.ETag = etag;
        return answer;
    }
}
