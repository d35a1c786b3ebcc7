using System.Globalization;
using System.Text;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds.Push;

/// <summary>Asks a hub to subscribe, to renew or to cancel one claimed subscription, and stores what came of it.</summary>
internal sealed class Subscriber(
    WebFetcher web, HostTurns turns, SubscriptionStore subscriptions, FeedStore feeds, IOptions<PushOptions> options, TimeProvider time, ILogger<Subscriber> logger)
{
    /// <summary>An answer's text is a line of explanation at most.</summary>
    private const int MaxAnswerBytes = 64 * 1024;

    public async Task Ask(SubscriptionRow row, CancellationToken cancellationToken)
    {
        try
        {
            await using var turn = await turns.Take(new Uri(row.Hub).IdnHost, cancellationToken);
            if (!turn.IsTaken)
            {
                await subscriptions.Release(row, time.Milliseconds() + (long)turn.Wait.TotalMilliseconds, cancellationToken);
                return;
            }

            if (turn.Wait > TimeSpan.Zero)
                await Task.Delay(turn.Wait, time, cancellationToken);
            // its lease ran out without a renewal: what the hub did not push since is looked for now
            if (row is { State: SubscriptionRow.Pending, VerifiedAt: not null })
                await feeds.MakeDue(row.FeedId, cancellationToken);
            var answer = await Post(row, cancellationToken);
            var after = SubscriptionPlan.Asked(row, answer, time.GetUtcNow(), Random.Shared.NextDouble());
            if (await subscriptions.Complete(row, after, cancellationToken))
                await Say(row, answer, after, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.SubscriptionThrew(e, row.FeedId, row.Hub);
        }
    }

    private async Task<HubAnswer> Post(SubscriptionRow row, CancellationToken cancellationToken) =>
        await web.Post(new Uri(row.Hub), Fields(row), MaxAnswerBytes, cancellationToken) switch
        {
            WebResult.Answer { Status: >= (System.Net.HttpStatusCode)200 and < (System.Net.HttpStatusCode)300 } => new HubAnswer.Accepted(),
            WebResult.Answer answer => Failure(answer),
            WebResult.Failure { Kind: WebFailure.BadUrl or WebFailure.ForbiddenAddress or WebFailure.TooManyRedirects } failure => new HubAnswer.Refused(failure.Message),
            WebResult.Failure failure => new HubAnswer.Unreachable(failure.Message),
            _ => throw new InvalidOperationException("A request is answered or fails."),
        };

    private List<KeyValuePair<string, string>> Fields(SubscriptionRow row)
    {
        var fields = new List<KeyValuePair<string, string>>
        {
            new("hub.mode", row.IsOver ? "unsubscribe" : "subscribe"),
            new("hub.topic", row.Topic),
            new("hub.callback", $"{row.Callback}/{row.Token}"),
        };
        if (!row.IsOver)
        {
            fields.Add(new("hub.lease_seconds", (options.Value.LeaseDays * 86_400L).ToString(CultureInfo.InvariantCulture)));
            fields.Add(new("hub.secret", row.Secret));
        }

        return fields;
    }

    private static HubAnswer Failure(WebResult.Answer answer)
    {
        var status = (int)answer.Status;
        var reason = HubWords.Line($"HTTP {status} {Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(answer.Body.Length, 400)))}");
        return status is >= 400 and < 500 and not (408 or 421 or 425 or 429) ? new HubAnswer.Refused(reason) : new HubAnswer.Unreachable(reason);
    }

    private async Task Say(SubscriptionRow row, HubAnswer answer, SubscriptionRow after, CancellationToken cancellationToken)
    {
        if (after.State == SubscriptionRow.Ended)
            logger.SubscriptionEnded(row.FeedId, row.Topic, row.Hub);
        else if (answer is HubAnswer.Refused refused)
            logger.SubscriptionRefused(row.FeedId, row.Topic, row.Hub, refused.Reason);
        else if (answer is HubAnswer.Unreachable unreachable)
            logger.SubscriptionUnreachable(row.FeedId, row.Topic, row.Hub, unreachable.Reason);
        if (row.VerifiedAt is not null && after.VerifiedAt is null && !after.IsOver)
            await feeds.MakeDue(row.FeedId, cancellationToken);
    }
}
