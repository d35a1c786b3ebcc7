using System.Net;
using System.Net.Http.Headers;

namespace Dateline.Worker.Http;

/// <summary>What a fetch came to: an answer or a failure; both are expected.</summary>
internal abstract record WebResult(Uri FinalUrl)
{
    /// <summary>The server's last answer, after redirects. <paramref name="MovedTo"/> is where permanent redirects alone lead (301, 308).</summary>
    internal sealed record Answer(Uri FinalUrl, HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Body, Uri? MovedTo)
        : WebResult(FinalUrl)
    {
        public string? ContentType => ContentHeaders.TryGetValues("Content-Type", out var values) ? values.First() : null;

        /// <summary>Both forms of Retry-After, seconds and date; null when there is none that can be read.</summary>
        public TimeSpan? RetryAfter(DateTimeOffset now) => Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => null,
        };

        public string? Header(string name) =>
            Headers.TryGetValues(name, out var values) || ContentHeaders.TryGetValues(name, out values) ? string.Join(", ", values) : null;
    }

    internal sealed record Failure(Uri FinalUrl, WebFailure Kind, string Message) : WebResult(FinalUrl);
}

internal enum WebFailure
{
    /// <summary>The name has no address, or no name server answers.</summary>
    Dns,

    /// <summary>Nothing accepts the connection, or it broke.</summary>
    Connect,
    Tls,
    Timeout,

    /// <summary>More bytes or header bytes than the limit.</summary>
    TooLarge,
    ForbiddenAddress,

    /// <summary>An address that is no http or https URL, in a redirect for example.</summary>
    BadUrl,
    TooManyRedirects,

    /// <summary>The host's circuit is open after a run of failures: not asked at all.</summary>
    CircuitOpen,

    /// <summary>Too many requests to this host are waiting already: not asked at all.</summary>
    HostBusy,

    /// <summary>An answer that is not HTTP, or a body that is not what its encoding says.</summary>
    Protocol,
}
