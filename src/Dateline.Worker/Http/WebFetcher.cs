using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Dateline.Worker.Http;

/// <summary>What to ask for: address, limit in bytes, the Accept header and validators, sent back as they were received.</summary>
internal sealed record WebQuery(Uri Url, int MaxBytes, string Accept, string? Etag = null, string? LastModified = null, WebAccess? Access = null)
{
    /// <summary>Fields to POST as a form instead of a GET; only redirects that keep the method (307, 308) are followed then.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Form { get; init; }
}

/// <summary>
/// GET, or POST of a form, with everything that leaves the process bounded: addresses checked at connect, redirects followed here (so that each hop is
/// checked and a permanent one can be told), headers, body and time limited, the host's pipeline around each attempt.
/// </summary>
internal sealed class WebFetcher : IDisposable
{
    private readonly PublicAddressGuard guard;
    private readonly WebClients clients;
    private readonly HostPipelines pipelines;
    private readonly HttpOptions options;
    private readonly string userAgent;

    public WebFetcher(PublicAddressGuard guard, HostPipelines pipelines, IOptions<HttpOptions> options)
        : this(guard, pipelines, options, null)
    {
    }

    /// <param name="transport">In place of sockets: a measurement's, which answers by itself.</param>
    internal WebFetcher(PublicAddressGuard guard, HostPipelines pipelines, IOptions<HttpOptions> options, HttpMessageHandler? transport)
    {
        this.guard = guard;
        this.pipelines = pipelines;
        clients = new WebClients(guard, options, transport);
        this.options = options.Value;
        userAgent = this.options.UserAgent.Replace("{version}", ProductVersion.Short, StringComparison.Ordinal);
    }

    public Task<WebResult> Get(WebQuery query, CancellationToken cancellationToken) => Send(query, WebUri.HostOf(query.Url), cancellationToken);

    /// <summary>Sends a form. Its circuit is not that of the host's pages: a hub that fails must not keep the feeds beside it unread.</summary>
    /// <param name="fields">The request is repeated when a fault looks transient, so it must bear that.</param>
    public Task<WebResult> Post(Uri url, IReadOnlyList<KeyValuePair<string, string>> fields, int maxBytes, CancellationToken cancellationToken) =>
        Send(new WebQuery(url, maxBytes, "*/*") { Form = fields }, "form " + WebUri.HostOf(url), cancellationToken);

    private async Task<WebResult> Send(WebQuery query, string circuit, CancellationToken cancellationToken)
    {
        if (query.Url.Scheme is not ("http" or "https"))
            return new WebResult.Failure(query.Url, WebFailure.BadUrl, $"{query.Url.Scheme} is not a scheme that is fetched.");
        if (!WebUri.IsUsable(query.Url))
            return new WebResult.Failure(query.Url, WebFailure.BadUrl, $"{Shorten(query.Url.Host)} is no host's name.");

        var pipeline = pipelines.For(circuit);
        try
        {
            return await pipeline.ExecuteAsync(
                static async (state, token) => await state.Self.Attempt(state.Query, token), (Self: this, Query: query), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            return new WebResult.Failure(query.Url, WebFailure.Timeout, $"No complete answer in {options.AttemptTimeoutSeconds} s.");
        }
        catch (BrokenCircuitException)
        {
            return new WebResult.Failure(query.Url, WebFailure.CircuitOpen, $"{query.Url.IdnHost} failed several times in a row; it is left alone for a minute.");
        }
        catch (RateLimiterRejectedException)
        {
            return new WebResult.Failure(query.Url, WebFailure.HostBusy, $"Too many requests to {query.Url.IdnHost} are waiting.");
        }
    }

    public void Dispose() => clients.Dispose();

    /// <summary>One attempt: the request and the redirects that it meets. Faults of the net become values, so that the pipeline can judge them.</summary>
    private async Task<WebResult> Attempt(WebQuery query, CancellationToken cancellationToken)
    {
        var url = query.Url;
        Uri? movedTo = null;
        var permanent = true;
        var proxy = clients.ProxyFor(query.Access);
        var client = clients.For(proxy);
        // for the redirects of this fetch alone: some sites lead to themselves until their cookie comes back
        var cookies = new CookieContainer();
        for (var hop = 0; hop <= options.MaxRedirects; hop++)
        {
            try
            {
                if (proxy is not null && guard.Problem(url) is { } problem)
                    return new WebResult.Failure(url, WebFailure.ForbiddenAddress, problem);
                using var message = Message(query, url, cookies, conditional: hop == 0);
                using var response = await client.SendAsync(message, cancellationToken);
                Keep(response, url, cookies);
                if (Redirect(response, url, query.Form is not null) is { } target)
                {
                    permanent &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
                    movedTo = permanent ? target : movedTo;
                    if (!WebUri.IsUsable(target))
                        return new WebResult.Failure(url, WebFailure.BadUrl, $"Redirected to {Shorten(target.OriginalString)}, which is not fetched.");
                    url = target;
                    continue;
                }

                var body = await BoundedBody.Read(response.Content, query.MaxBytes, cancellationToken);
                return body is null
                    ? new WebResult.Failure(url, WebFailure.TooLarge, $"The body is larger than {query.MaxBytes} bytes.")
                    : new WebResult.Answer(url, response.StatusCode, response.Headers, response.Content.Headers, body, movedTo);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && AsFailure(url, e) is { } failure)
            {
                return failure;
            }
        }

        return new WebResult.Failure(url, WebFailure.TooManyRedirects, $"More than {options.MaxRedirects} redirects.");
    }

    private HttpRequestMessage Message(WebQuery query, Uri url, CookieContainer cookies, bool conditional)
    {
        // a fragment stays here; user and password in an address are not sent
        var message = new HttpRequestMessage(query.Form is null ? HttpMethod.Get : HttpMethod.Post, url)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = query.Access is { Http11: true } ? HttpVersionPolicy.RequestVersionExact : HttpVersionPolicy.RequestVersionOrHigher,
        };
        var headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", query.Access?.UserAgent ?? userAgent);
        headers.TryAddWithoutValidation("Accept", query.Accept);
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br, deflate");
        var access = query.Access is not null && WebAccess.IsHome(url, query.Url) ? query.Access : null;
        foreach (var (name, value) in access?.Headers ?? [])
        {
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        }

        if (access?.Authorization is { } authorization)
            headers.TryAddWithoutValidation("Authorization", authorization);
        var cookie = string.Join("; ", new[] { access?.Cookie, cookies.Count > 0 ? cookies.GetCookieHeader(url) : null }.Where(part => !string.IsNullOrEmpty(part)));
        if (cookie.Length > 0)
            headers.TryAddWithoutValidation("Cookie", cookie);
        if (conditional && query.Etag is not null)
            headers.TryAddWithoutValidation("If-None-Match", query.Etag);
        if (conditional && query.LastModified is not null)
            headers.TryAddWithoutValidation("If-Modified-Since", query.LastModified);
        if (query.Form is not null)
            message.Content = new FormUrlEncodedContent(query.Form);
        return message;
    }

    private static void Keep(HttpResponseMessage response, Uri url, CookieContainer cookies)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var headers))
            return;
        foreach (var header in headers.Take(20))
        {
            try
            {
                cookies.SetCookies(url, header);
            }
            catch (CookieException)
            {
                // no cookie, then
            }
        }
    }

    private static Uri? Redirect(HttpResponseMessage response, Uri from, bool keepsMethod)
    {
        if ((int)response.StatusCode is not (307 or 308) && (keepsMethod || (int)response.StatusCode is not (301 or 302 or 303)))
            return null;
        // the typed Location property throws on what is no URI
        var location = response.Headers.TryGetValues("Location", out var values) ? values.FirstOrDefault() : null;
        return !string.IsNullOrWhiteSpace(location) && WebUri.TryAgainst(from, location.Trim(), out var target) ? target : null;
    }

    private static WebResult.Failure? AsFailure(Uri url, Exception e)
    {
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case ForbiddenAddressException:
                    return new WebResult.Failure(url, WebFailure.ForbiddenAddress, cause.Message);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery }:
                    return new WebResult.Failure(url, WebFailure.Dns, $"{url.IdnHost} has no address.");
                case SocketException:
                    return new WebResult.Failure(url, WebFailure.Connect, $"{url.IdnHost}:{url.Port}: {Shorten(cause.Message)}");
                case AuthenticationException:
                    return new WebResult.Failure(url, WebFailure.Tls, $"{url.IdnHost}: {Shorten(cause.Message)}");
                case TaskCanceledException or TimeoutException:
                    return new WebResult.Failure(url, WebFailure.Timeout, $"{url.IdnHost} could not be connected to in time.");
                case HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                    return new WebResult.Failure(url, WebFailure.TooLarge, "The headers are larger than 64 KB.");
            }
        }

        return e is HttpRequestException or IOException or InvalidDataException or InvalidOperationException or UriFormatException or FormatException
            ? new WebResult.Failure(url, e is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or IOException ? WebFailure.Connect : WebFailure.Protocol,
                $"{url.IdnHost}: {Shorten(e.Message)}")
            : null;
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text[..200] + "...";
}
