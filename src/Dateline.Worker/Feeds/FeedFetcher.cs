using System.Globalization;
using System.Net;
using Dateline.Worker.Http;
using Dateline.Worker.Http.Limits;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds;

/// <summary>A conditional GET for a feed, and what the answer means.</summary>
internal sealed class FeedFetcher(WebFetcher web, IOptions<HttpOptions> options, TimeProvider time)
{
    public const string Accept =
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/json;q=0.8, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5";

    /// <summary>For a host at which too many requests wait.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(2);

    public async Task<FetchOutcome> Fetch(FeedRow feed, CancellationToken cancellationToken)
    {
        if (!WebUri.TryAbsolute(feed.Url, out var url))
            return new FetchOutcome.Failed(FailureKind.Hard, $"{feed.Url} is not an address.");

        var use = ValidatorTrust.UseFor(feed, time.GetUtcNow());
        var outcome = await Get(Query(feed, url, use == ValidatorUse.Sent), cancellationToken);
        return outcome is FetchOutcome.Fetched fetched ? fetched with { Validators = use } : outcome;
    }

    /// <summary>Whether the server says of the document before this one that it is the latest; asked after a test that brought another.</summary>
    public async Task<bool> OldValidatorsHold(FeedRow feed, FetchOutcome.Fetched latest, CancellationToken cancellationToken)
    {
        var areTheSame = feed.Etag is null ? latest.LastModified == feed.LastModified : latest.Etag == feed.Etag;
        return areTheSame || await Get(Query(feed, new Uri(feed.Url), conditional: true), cancellationToken) is FetchOutcome.NotModified;
    }

    private WebQuery Query(FeedRow feed, Uri url, bool conditional) =>
        new(url, options.Value.MaxFeedBytes, Accept, conditional ? feed.Etag : null, conditional ? feed.LastModified : null, WebAccess.Read(feed.Access));

    private async Task<FetchOutcome> Get(WebQuery query, CancellationToken cancellationToken)
    {
        return await web.Get(query, cancellationToken) switch
        {
            WebResult.Answer answer => Meaning(answer, (int)answer.Status, RateLimits.Pause(answer, time.GetUtcNow())),
            WebResult.Failure { Kind: WebFailure.HostBusy } => new FetchOutcome.NotAsked(Busy),
            WebResult.Failure failure => new FetchOutcome.Failed(Weigh(failure.Kind), failure.Message, failure.Kind),
            _ => throw new InvalidOperationException("A fetch is an answer or a failure."),
        };
    }

    private FetchOutcome Meaning(WebResult.Answer answer, int status, TimeSpan? quotaPause)
    {
        FetchOutcome outcome = status switch
        {
            200 or 203 or 206 or 226 => new FetchOutcome.Fetched(
                answer.Body, answer.FinalUrl, answer.ContentType, answer.Header("ETag"), answer.Header("Last-Modified"), MaxAge(answer), answer.MovedTo)
            {
                Link = answer.Header("Link"),
            },
            304 => new FetchOutcome.NotModified(answer.Header("ETag"), answer.Header("Last-Modified"), MaxAge(answer)),
            429 => new FetchOutcome.Throttled(answer.RetryAfter(time.GetUtcNow()) ?? quotaPause, "HTTP 429, too many requests"),
            403 when quotaPause is not null => new FetchOutcome.Throttled(quotaPause, "HTTP 403, the quota is used up"),
            503 when answer.RetryAfter(time.GetUtcNow()) is { } wait => new FetchOutcome.Throttled(wait, "HTTP 503, the server asks to wait"),
            401 or 402 or 403 or 407 or 418 or 451 => new FetchOutcome.Blocked($"HTTP {status}, {ReasonOf(answer)}"),
            410 => new FetchOutcome.Gone(),
            404 or 406 or 408 or 421 or 425 or >= 500 => new FetchOutcome.Failed(FailureKind.Soft, $"HTTP {status}, {ReasonOf(answer)}"),
            _ => new FetchOutcome.Failed(FailureKind.Hard, $"HTTP {status}, {ReasonOf(answer)}"),
        };
        return outcome with { QuotaPause = quotaPause };
    }

    private static string ReasonOf(WebResult.Answer answer) =>
        answer.Header("cf-mitigated") is "challenge" ? "a bot challenge" : PascalToWords(answer.Status);

    /// <summary>NotFound -> not found.</summary>
    private static string PascalToWords(HttpStatusCode status) => string.Concat(
        status.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString(CultureInfo.InvariantCulture)));

    /// <summary>How long the answer may be kept: max-age less Age, else Expires.</summary>
    private TimeSpan? MaxAge(WebResult.Answer answer)
    {
        if (answer.Headers.CacheControl?.MaxAge is { } maxAge)
            return maxAge - (answer.Headers.Age ?? TimeSpan.Zero);
        return answer.ContentHeaders.Expires - time.GetUtcNow();
    }

    private static FailureKind Weigh(WebFailure failure) => failure switch
    {
        WebFailure.BadUrl or WebFailure.ForbiddenAddress or WebFailure.TooManyRedirects => FailureKind.Hard,
        WebFailure.Dns or WebFailure.CircuitOpen => FailureKind.Temporary,
        _ => FailureKind.Soft,
    };
}
