using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dateline.Worker.IntegrationTests.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>A request: which feed, which host, when it came and when it was answered (milliseconds since the site's start).</summary>
internal sealed record Visit(int Feed, string Host, double Start, double End);

/// <summary>
/// Feeds on loopback, spread over several addresses as over hosts, that get new items while they are polled. Every item that stood in a
/// document that was answered in full is remembered: it was handed out, and has to arrive.
/// </summary>
internal sealed class LiveSite : IAsyncDisposable
{
    /// <summary>Items that a document has, the newest first; far more than come between two polls, faults included.</summary>
    private const int Window = 300;

    private readonly WebApplication server;
    private readonly TimeSpan answerAfter;
    private readonly string[] hosts;
    private readonly int port;
    private readonly ConcurrentQueue<int>[] feeds;
    private readonly ConcurrentDictionary<string, bool> handedOut = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Visit> visits = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly CancellationTokenSource silence = new();
    private Task publishing = Task.CompletedTask;

    private LiveSite(WebApplication server, int feeds, int hosts, int port, TimeSpan answerAfter)
    {
        this.server = server;
        this.answerAfter = answerAfter;
        this.port = port;
        this.hosts = [.. Enumerable.Range(1, hosts).Select(Host)];
        this.feeds = [.. Enumerable.Range(0, feeds).Select(_ => new ConcurrentQueue<int>())];
    }

    public IReadOnlyList<Uri> Feeds => [.. feeds.Select((_, number) => new Uri($"http://{hosts[number % hosts.Length]}:{port}/{number}/feed"))];

    /// <summary>The links of the items that were handed out.</summary>
    public IReadOnlyCollection<string> HandedOut => [.. handedOut.Keys];

    public IReadOnlyList<Visit> Visits => [.. visits];

    /// <summary>Asked for each answer; one that never ends keeps the poller waiting.</summary>
    public Func<int, Task> Hold { get; set; } = _ => Task.CompletedTask;

    public static async Task<LiveSite> Start(int feeds, int hosts = 1, TimeSpan answerAfter = default)
    {
        var port = Ports.Free(1)[0];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls([.. Enumerable.Range(1, hosts).Select(number => $"http://{Host(number)}:{port}")]);
        var site = new LiveSite(builder.Build(), feeds, hosts, port, answerAfter);
        site.server.Run(site.Answer);
        await site.server.StartAsync();
        return site;
    }

    /// <summary>New items, so many a second, each for the next feed in turn, until <see cref="FallSilent"/>.</summary>
    public void Publish(double itemsPerSecond)
    {
        publishing = Task.Run(async () =>
        {
            var published = 0;
            var start = clock.Elapsed;
            while (!silence.IsCancellationRequested)
            {
                for (; published < (clock.Elapsed - start).TotalSeconds * itemsPerSecond; published++)
                    feeds[published % feeds.Length].Enqueue(published);
                await Task.Delay(50);
            }
        });
    }

    /// <summary>So many items in each feed.</summary>
    public void Fill(int items)
    {
        foreach (var item in Enumerable.Range(0, items * feeds.Length))
            feeds[item % feeds.Length].Enqueue(item);
    }

    public async Task FallSilent()
    {
        await silence.CancelAsync();
        await publishing;
    }

    /// <summary>Whether each feed has been answered in full since so many milliseconds.</summary>
    public bool AllAskedSince(double start) => visits.Where(visit => visit.Start >= start).Select(visit => visit.Feed).Distinct().Count() == feeds.Length;

    /// <summary>Milliseconds since the start.</summary>
    public double Now => clock.Elapsed.TotalMilliseconds;

    public async ValueTask DisposeAsync()
    {
        await FallSilent();
        await server.DisposeAsync();
        silence.Dispose();
    }

    private static string Host(int number) => $"127.0.0.{number}";

    private async Task Answer(HttpContext context)
    {
        var start = Now;
        if (!int.TryParse(context.Request.Path.Value!.Split('/')[1], out var feed) || feed >= feeds.Length)
        {
            context.Response.StatusCode = 404;
            return;
        }

        if (answerAfter > TimeSpan.Zero)
            await Task.Delay(answerAfter);
        await Hold(feed);
        string[] links = [.. feeds[feed].ToArray().Reverse().Take(Window).Select(item => $"http://{context.Request.Host}/{feed}/{item}")];
        context.Response.ContentType = "application/rss+xml";
        // the end before the body is complete: what holds for the client holds a moment later here
        visits.Enqueue(new Visit(feed, context.Request.Host.Host, start, Now));
        await context.Response.WriteAsync(Document(feed, links));
        await context.Response.CompleteAsync();
        foreach (var link in links)
            handedOut.TryAdd(link, true);
    }

    private static string Document(int feed, string[] links)
    {
        var rss = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<rss version=\"2.0\"><channel><title>Feed {feed}</title>");
        foreach (var link in links)
            rss.Append(CultureInfo.InvariantCulture, $"<item><guid>{link}</guid><link>{link}</link><title>Harbour news {link[(link.LastIndexOf('/') + 1)..]}</title></item>");
        return rss.Append("</channel></rss>").ToString();
    }
}
