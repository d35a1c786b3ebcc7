using System.Globalization;

namespace Dateline.Worker.Http.Limits;

/// <summary>
/// What an answer's headers say about a used-up quota: <c>X-RateLimit-Remaining</c> with <c>X-RateLimit-Reset</c>, the IETF draft's
/// <c>RateLimit-Remaining</c> with <c>RateLimit-Reset</c>, or its <c>RateLimit: remaining=0, reset=30</c>. Pure.
/// </summary>
internal static class RateLimits
{
    /// <summary>Larger resets are points in time (Unix seconds), smaller ones spans.</summary>
    private const long LongestSpan = 100_000_000;

    /// <summary>How long to wait; null while there is something left.</summary>
    public static TimeSpan? Pause(WebResult.Answer answer, DateTimeOffset now)
    {
        foreach (var prefix in new[] { "X-RateLimit-", "X-Rate-Limit-", "RateLimit-" })
        {
            if (Number(answer.Header(prefix + "Remaining")) is <= 0 && Number(answer.Header(prefix + "Reset")) is { } reset)
                return Span(reset, now);
        }

        return answer.Header("RateLimit") is { } policy && Parameter(policy, "remaining", "r") is <= 0 && Parameter(policy, "reset", "t") is { } seconds
            ? Span(seconds, now)
            : null;
    }

    private static TimeSpan? Span(long reset, DateTimeOffset now)
    {
        var seconds = reset > LongestSpan ? reset - now.ToUnixTimeSeconds() : reset;
        return seconds is > 0 and < LongestSpan ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static long? Parameter(string policy, params string[] names) => policy.Split(',', ';')
        .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(pair => pair.Length == 2 && names.Contains(pair[0], StringComparer.OrdinalIgnoreCase))
        .Select(pair => Number(pair[1]))
        .FirstOrDefault();

    private static long? Number(string? text) =>
        double.TryParse(text?.Split(',')[0], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e12
            ? (long)Math.Ceiling(number)
            : null;
}
