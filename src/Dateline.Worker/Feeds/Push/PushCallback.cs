using System.Collections.Concurrent;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds.Push;

/// <summary>The callback that hubs ask and push to. Any worker can answer: all that it needs is in the tables.</summary>
internal sealed class PushCallback(
    SubscriptionStore subscriptions, FeedStore feeds, PushReceiver receiver, IOptions<PushOptions> options, IOptions<HttpOptions> http, TimeProvider time,
    ILogger<PushCallback> logger)
{
    /// <summary>To store a push, whether or not the hub still listens.</summary>
    private static readonly TimeSpan StoringTime = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<long, bool> saidUnsigned = new();

    /// <summary>Verification of intent, and denials.</summary>
    public async Task<IResult> Verify(string token, HubIntent intent, CancellationToken cancellationToken)
    {
        if (await subscriptions.ByToken(token, cancellationToken) is not { } row)
            return Results.NotFound();
        var (now, jitter) = (time.GetUtcNow(), Random.Shared.NextDouble());
        SubscriptionRow after;
        switch (intent.Judge(row))
        {
            case HubVerdict.Subscribed:
                after = SubscriptionPlan.Verified(row, intent.Lease, TimeSpan.FromDays(options.Value.LeaseDays), now, jitter);
                if (!await subscriptions.HeardFromHub(row, after, cancellationToken))
                    return Results.NotFound();
                logger.SubscriptionVerified(row.FeedId, row.Topic, row.Hub, (UnixTime.FromMilliseconds(after.ExpiresAt!.Value) - now).TotalHours);
                return Results.Text(intent.Challenge, "text/plain");
            case HubVerdict.Cancelled:
                if (row.State == SubscriptionRow.Leaving && await subscriptions.HeardFromHub(row, SubscriptionPlan.Cancelled(row, now), cancellationToken))
                    logger.SubscriptionEnded(row.FeedId, row.Topic, row.Hub);
                return Results.Text(intent.Challenge, "text/plain");
            case HubVerdict.Denied:
                var reason = HubWords.Line(intent.Reason is { Length: > 0 } words ? words : "denied without a reason");
                after = SubscriptionPlan.Denied(row, reason, now, jitter);
                if (await subscriptions.HeardFromHub(row, after, cancellationToken))
                {
                    logger.SubscriptionRefused(row.FeedId, row.Topic, row.Hub, reason);
                    if (row.VerifiedAt is not null)
                        await feeds.MakeDue(row.FeedId, cancellationToken);
                }

                return Results.Ok();
            default:
                return Results.NotFound();
        }
    }

    /// <summary>Content distribution. What is not signed is answered like the rest, so that nobody learns from the answer, and ignored.</summary>
    public async Task<IResult> Receive(string token, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await subscriptions.ByToken(token, cancellationToken) is not { } row)
            return Results.NotFound();
        if (row.IsOver)
            return Results.StatusCode(StatusCodes.Status410Gone);
        if (await BoundedBody.Read(request.Body, http.Value.MaxFeedBytes, cancellationToken) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var outcome = PushSignature.IsValid(request.Headers["X-Hub-Signature"], row.Secret, body) ? await Take(row, body, request.ContentType) : Unsigned(row);
        Telemetry.Pushes.Add(1, new KeyValuePair<string, object?>("outcome", outcome ?? "failed"));
        return outcome is null ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Accepted();
    }

    /// <summary>Null when it could not be stored: the hub sends it again, and if it does not, the poll finds it.</summary>
    private async Task<string?> Take(SubscriptionRow row, byte[] body, string? contentType)
    {
        using var limit = new CancellationTokenSource(StoringTime, time);
        try
        {
            await subscriptions.Pushed(row, limit.Token);
            return await receiver.Take(row, body, contentType, limit.Token);
        }
        catch (Exception e)
        {
            logger.PushThrew(e, row.FeedId, row.Topic);
            await TryMakeDue(row.FeedId);
            return null;
        }
    }

    private async Task TryMakeDue(long feedId)
    {
        using var limit = new CancellationTokenSource(StoringTime, time);
        try
        {
            await feeds.MakeDue(feedId, limit.Token);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or OperationCanceledException or TimeoutException or IOException)
        {
            // the database is away, which was said already
        }
    }

    private string Unsigned(SubscriptionRow row)
    {
        if (saidUnsigned.TryAdd(row.Id, true))
            logger.Unsigned(row.FeedId, row.Topic, row.Hub);
        return "unsigned";
    }
}
