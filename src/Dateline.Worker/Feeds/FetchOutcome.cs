using System.Security.Cryptography;
using Dateline.Worker.Http;

namespace Dateline.Worker.Feeds;

/// <summary>What asking for a feed came to.</summary>
internal abstract record FetchOutcome
{
    /// <summary>How long until the quota that the host says is used up is filled again; null while there is some left.</summary>
    public TimeSpan? QuotaPause { get; init; }

    /// <summary>A document; <paramref name="MovedTo"/> is where permanent redirects lead.</summary>
    internal sealed record Fetched(
        byte[] Body, Uri FinalUrl, string? ContentType, string? Etag, string? LastModified, TimeSpan? MaxAge, Uri? MovedTo) : FetchOutcome
    {
        /// <summary>128 bits of SHA-256, 32 hex digits: the same bytes as last time hold nothing new.</summary>
        public string BodyHash { get; } = Convert.ToHexStringLower(SHA256.HashData(Body).AsSpan(0, 16));

        /// <summary>How it was asked for.</summary>
        public ValidatorUse Validators { get; init; }

        /// <summary>After a test: the validators of the document before this one are still said to hold.</summary>
        public bool OldValidatorsHold { get; init; }

        /// <summary>The Link header as it came: it may name hubs (WebSub).</summary>
        public string? Link { get; init; }
    }

    /// <summary>304; a validator that the answer carries replaces the stored one.</summary>
    internal sealed record NotModified(string? Etag, string? LastModified, TimeSpan? MaxAge) : FetchOutcome;

    /// <summary>429, or 503 with Retry-After: the host wants fewer requests.</summary>
    internal sealed record Throttled(TimeSpan? RetryAfter, string Reason) : FetchOutcome;

    /// <summary>403, 401 or a bot challenge: the host answers, but not to us.</summary>
    internal sealed record Blocked(string Reason) : FetchOutcome;

    /// <summary>410: the publisher took the feed away.</summary>
    internal sealed record Gone : FetchOutcome;

    internal sealed record Failed(FailureKind Kind, string Reason, WebFailure? Cause = null) : FetchOutcome;

    /// <summary>Not asked: others have the host's turn, or too many requests to it are waiting. The feed keeps its place, and tries again after <paramref name="Wait"/>.</summary>
    internal sealed record NotAsked(TimeSpan Wait) : FetchOutcome;
}

/// <summary>How much a failure says about the feed: hard ones weigh 1, soft ones 0.5, temporary ones 0.25.</summary>
internal enum FailureKind
{
    Hard,
    Soft,
    Temporary,
}
