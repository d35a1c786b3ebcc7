using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Http.Robots;

/// <summary>
/// The robots.txt of every origin that is asked for pages, fetched once and kept for a day; a file that cannot be had now is asked for
/// again soon. What is forbidden by it is not fetched; the feed's own text stands in.
/// </summary>
internal sealed class RobotsCache(WebFetcher web, IOptions<HttpOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private static readonly TimeSpan KeptAfterFault = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private const int SweepAbove = 16_384;

    /// <summary>Larger than what is read of it: a large file is cut, not refused.</summary>
    private const int MaxBytes = 8 << 20;

    private readonly string productToken = options.Value.UserAgent.Split('/', ' ')[0];
    private readonly ConcurrentDictionary<string, Lazy<Task<Entry>>> origins = new(StringComparer.Ordinal);

    public async ValueTask<RobotsRules> For(Uri url, CancellationToken cancellationToken)
    {
        if (!options.Value.RespectRobots)
            return RobotsRules.AllowAll;

        var origin = url.GetLeftPart(UriPartial.Authority);
        while (true)
        {
            var slot = origins.GetOrAdd(origin, static (key, self) => new Lazy<Task<Entry>>(() => self.Fetch(new Uri(key))), this);
            // others wait for the same answer: nobody's cancellation is theirs
            var entry = await slot.Value.WaitAsync(cancellationToken);
            if (entry.Until > time.GetUtcNow())
                return entry.Rules;
            origins.TryRemove(new(origin, slot));
            if (origins.Count > SweepAbove)
                Sweep();
        }
    }

    private async Task<Entry> Fetch(Uri origin)
    {
        var result = await web.Get(new WebQuery(new Uri(origin, "/robots.txt"), MaxBytes, "text/plain, */*;q=0.5"), CancellationToken.None);
        var now = time.GetUtcNow();
        return result switch
        {
            WebResult.Answer { Status: var status } answer when (int)status is >= 200 and < 300 => new Entry(Rules(answer), now + Kept),
            WebResult.Answer { Status: var status } when (int)status is >= 500 or 429 => new Entry(RobotsRules.DisallowAll, now + KeptAfterFault),
            WebResult.Answer => new Entry(RobotsRules.AllowAll, now + Kept),
            // not asked: the page's own turn will tell
            WebResult.Failure { Kind: WebFailure.HostBusy or WebFailure.CircuitOpen } => new Entry(RobotsRules.AllowAll, now + Moment),
            WebResult.Failure { Kind: WebFailure.TooLarge or WebFailure.TooManyRedirects or WebFailure.BadUrl or WebFailure.ForbiddenAddress } =>
                new Entry(RobotsRules.AllowAll, now + Kept),
            _ => new Entry(RobotsRules.DisallowAll, now + KeptAfterFault),
        };
    }

    /// <summary>A web page in the place of the file says nothing.</summary>
    private RobotsRules Rules(WebResult.Answer answer) => answer.Body.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'<', ..]
        ? RobotsRules.AllowAll
        : RobotsParser.Parse(answer.Body, productToken);

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var slot in origins.Where(slot => slot.Value is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var entry } } && entry.Until <= now))
            origins.TryRemove(slot);
    }

    private sealed record Entry(RobotsRules Rules, DateTimeOffset Until);
}
