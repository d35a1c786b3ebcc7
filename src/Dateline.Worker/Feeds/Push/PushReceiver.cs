using System.Diagnostics;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds.Push;

/// <summary>
/// Stores what a hub pushed. A push often holds the new entries alone, so nothing that polls learn from whole documents is touched:
/// validators, hash, rhythm, gaps, health. What holds no feed, or cannot be stored now, makes the feed due instead. So does an entry that
/// changes a known article: whether its guid stands for one article or for all can be told from the whole document only.
/// </summary>
internal sealed class PushReceiver(
    FeedStore feeds, PollStore polls, PushWatch watch, IOptions<FeedOptions> options, TimeProvider time, ILogger<PushReceiver> logger)
{
    /// <summary>A poll that holds the feed just now is waited for as long as that.</summary>
    private const int ClaimAttempts = 8;

    private static readonly TimeSpan ClaimPause = TimeSpan.FromMilliseconds(250);

    /// <returns>The word for the counter: pushed, pinged or busy.</returns>
    public async Task<string> Take(SubscriptionRow subscription, byte[] body, string? contentType, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Source.StartActivity("push feed");
        activity?.SetTag("feed.id", subscription.FeedId).SetTag("push.hub", subscription.Hub);
        var started = time.GetTimestamp();
        var document = body.Length == 0 ? null : FeedParser.Parse(body, contentType, new Uri(subscription.Topic));
        if (document is null or { Format: FeedFormat.Unknown } or { Entries.Count: 0 })
            return await Ping(subscription, "pinged", body.Length == 0 ? "without content" : "the content holds no entries of a feed", cancellationToken);
        if (await Claim(subscription.FeedId, cancellationToken) is not { } feed || !await Store(subscription, feed, document, started, cancellationToken))
            return await Ping(subscription, "busy", "a poll is under way", cancellationToken);
        return "pushed";
    }

    private async Task<bool> Store(SubscriptionRow subscription, FeedRow feed, ParsedFeed document, long started, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var candidates = CandidateArticles.From(feed, document, options.Value.MaxEntries, now);
        var (unknown, changed) = await polls.Sift(feed.Id, candidates, cancellationToken);
        var input = ScheduleInput.Of(feed) with { Push = await watch.Standing(feed, read: false, 0, cancellationToken) };
        var decision = FeedSchedulePush.AfterPush(
            input, UnixTime.FromMilliseconds(feed.NextPollAt), UnixTime.FromMilliseconds(feed.LastSuccessAt), feed.ScheduleReason, options.Value, now);
        var update = FeedUpdate.Unchanged(feed) with
        {
            NextPollAt = decision.NextPollAt.ToUnixTimeMilliseconds(),
            ScheduleReason = decision.Reason,
            PushedNew = feed.PushedNew + unknown.Count,
        };
        var stored = await polls.Complete(feed, update, unknown, null, Activity.Current?.Id, cancellationToken);
        if (stored.LeaseLost)
            return false;
        logger.Pushed(feed.Id, feed.Url, stored.New, document.Entries.Count, time.GetElapsedTime(started).TotalMilliseconds, subscription.Hub);
        if (changed)
            await Ping(subscription, "pushed", "it changes what is known", cancellationToken);
        return true;
    }

    private async Task<string> Ping(SubscriptionRow subscription, string word, string reason, CancellationToken cancellationToken)
    {
        await feeds.MakeDue(subscription.FeedId, cancellationToken);
        logger.Pinged(subscription.FeedId, subscription.Topic, subscription.Hub, reason);
        return word;
    }

    private async Task<FeedRow?> Claim(long feedId, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (await feeds.Claim([feedId], TimeSpan.FromSeconds(options.Value.LeaseSeconds), cancellationToken) is [var feed])
                return feed;
            if (attempt == ClaimAttempts)
                return null;
            await Task.Delay(ClaimPause, cancellationToken);
        }
    }
}
