using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Dateline.Worker.Http;

/// <summary>
/// One Polly pipeline a host: total timeout, concurrency limit, retry of transient faults with jittered backoff, circuit breaker,
/// attempt timeout. Idle hosts are dropped, so a hundred thousand hosts cost no more than the active ones.
/// </summary>
internal sealed class HostPipelines(IOptions<HttpOptions> options, TimeProvider time)
{
    /// <summary>Above this many hosts the idle ones are dropped.</summary>
    private const int SweepAbove = 4096;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    /// <summary>Looking through all hosts at every request would cost more than the requests when more than so many are active.</summary>
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Entry> hosts = new(StringComparer.Ordinal);

    private long lastSweep = time.GetTimestamp();

    public int Count => hosts.Count;

    public ResiliencePipeline<WebResult> For(string host)
    {
        var now = time.GetTimestamp();
        var entry = hosts.GetOrAdd(host, static (_, self) => new Entry(self.Build()), this);
        entry.LastUsed = now;
        var last = Interlocked.Read(ref lastSweep);
        if (time.GetElapsedTime(last, now) > BetweenSweeps && Interlocked.CompareExchange(ref lastSweep, now, last) == last)
            Sweep(now);
        return entry.Pipeline;
    }

    private void Sweep(long now)
    {
        if (hosts.Count <= SweepAbove)
            return;
        foreach (var (host, entry) in hosts)
        {
            if (time.GetElapsedTime(entry.LastUsed, now) > Idle)
                hosts.TryRemove(host, out _);
        }
    }

    private ResiliencePipeline<WebResult> Build()
    {
        var settings = options.Value;
        var transient = new PredicateBuilder<WebResult>().HandleResult(IsTransient).Handle<TimeoutRejectedException>();
        var builder = new ResiliencePipelineBuilder<WebResult> { TimeProvider = time }
            .AddTimeout(TimeSpan.FromSeconds(settings.TotalTimeoutSeconds))
            // who waits here holds a lease: a short queue, the rest comes back later
            .AddConcurrencyLimiter(settings.HostConcurrency, settings.HostConcurrency * 4);
        if (settings.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<WebResult>
            {
                ShouldHandle = transient,
                MaxRetryAttempts = settings.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = TimeSpan.FromSeconds(10),
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<WebResult>
            {
                ShouldHandle = transient,
                FailureRatio = 0.8,
                MinimumThroughput = 6,
                SamplingDuration = TimeSpan.FromMinutes(2),
                BreakDuration = TimeSpan.FromMinutes(1),
            })
            .AddTimeout(TimeSpan.FromSeconds(settings.AttemptTimeoutSeconds))
            .Build();
    }

    /// <summary>Worth asking again at once: faults of the moment. What the server says on purpose (429, a 503 with Retry-After) is not.</summary>
    private static bool IsTransient(WebResult result) => result switch
    {
        WebResult.Failure { Kind: WebFailure.Connect or WebFailure.Timeout } => true,
        WebResult.Answer answer => answer.Status is HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError
            or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout
            || (answer.Status is HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is null),
        _ => false,
    };

    private sealed class Entry(ResiliencePipeline<WebResult> pipeline)
    {
        public ResiliencePipeline<WebResult> Pipeline { get; } = pipeline;
        public long LastUsed { get; set; }
    }
}
