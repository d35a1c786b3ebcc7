using System.Globalization;
using Dateline.Worker.Feeds;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Spectre.Console;

namespace Dateline.Worker.Cli;

/// <summary>A feed's row for people and for programs.</summary>
internal static class FeedView
{
    public static object Of(FeedRow feed) => new
    {
        feed.Id,
        feed.Url,
        feed.Title,
        feed.Homepage,
        feed.Country,
        feed.Language,
        feed.Category,
        feed.Cron,
        feed.MinIntervalMinutes,
        feed.MaxIntervalMinutes,
        feed.Health,
        feed.Failures,
        feed.LastError,
        IntervalSeconds = feed.IntervalMs / 1000,
        feed.ScheduleReason,
        LastPoll = UnixTime.FromMilliseconds(feed.LastPollAt),
        LastSuccess = UnixTime.FromMilliseconds(feed.LastSuccessAt),
        NextPoll = UnixTime.FromMilliseconds(feed.NextPollAt),
    };

    /// <summary>Why it is polled when it is.</summary>
    public static void Write(FeedRow feed, SubscriptionRow? subscription, bool pushIsOn, DateTimeOffset now)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "").HideHeaders();
        void Row(string name, string? value) => table.AddRow(new Text(name), new Text(value ?? "-"));
        Row("feed", $"{feed.Id}  {feed.Title}");
        Row("address", feed.Url);
        Row("health", feed.LastError is null ? feed.Health : $"{feed.Health}: {feed.LastError}");
        Row("last poll", Time(feed.LastPollAt));
        Row("last success", Time(feed.LastSuccessAt));
        Row("last new article", Time(feed.LastNewAt));
        Row("next poll", $"{Time(feed.NextPollAt)}, in {Words(Math.Max(0, feed.NextPollAt - now.ToUnixTimeMilliseconds()))}");
        Row("interval", Words(feed.IntervalMs));
        Row("because", feed.ScheduleReason.Length > 0 ? feed.ScheduleReason : "it was not polled yet");
        Row("validators", $"ETag {feed.Etag ?? "none"}, Last-Modified {feed.LastModified ?? "none"}");
        if (UnixTime.FromMilliseconds(feed.ValidatorsDistrustedUntil) > now)
            Row("", $"not sent before {Time(feed.ValidatorsDistrustedUntil)}: they said \"unchanged\" of a document that had changed");
        if (WebAccess.Read(feed.Access) is { } access)
            Row("asked with", Words(access));
        if (feed.GuidQuality < ArticleKeys.LeastGuidQuality)
            Row("guids", "not used: they change from poll to poll");
        if (feed.Hubs is not null)
            Row("push", Push(feed, subscription, pushIsOn));
        if (feed.MovedTo is not null)
            Row("moves to", $"{feed.MovedTo} (seen {feed.MovedCount} times)");
        AnsiConsole.Write(table);
    }

    /// <summary>What there is, never what it is.</summary>
    private static string Words(WebAccess access) => string.Join(", ", new[]
    {
        access.UserAgent is null ? null : $"User-Agent {access.UserAgent}",
        access.Headers is null ? null : $"headers {string.Join(' ', access.Headers.Keys)}",
        access.Basic is null ? null : "Basic credentials",
        access.Cookie is null ? null : "cookies",
        access.Proxy is null ? null : $"proxy {new Uri(access.Proxy).Authority}",
        access.Http11 ? "HTTP/1.1 only" : null,
    }.OfType<string>());

    public static string Words(long milliseconds)
    {
        var span = TimeSpan.FromMilliseconds(milliseconds);
        return span switch
        {
            { Ticks: 0 } => "-",
            { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h"),
            { TotalMinutes: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s"),
        };
    }

    /// <summary>What became of the hubs that the feed names.</summary>
    private static string Push(FeedRow feed, SubscriptionRow? subscription, bool isOn)
    {
        if (!isOn)
            return $"off (Push:CallbackAddress); the feed names {feed.Hubs}";
        if (subscription is null)
            return $"not subscribed yet; the feed names {feed.Hubs}";
        var lines = new List<string> { $"{subscription.State} at {subscription.Hub}", $"topic {subscription.Topic}" };
        if (subscription.ExpiresAt is not null)
            lines.Add($"until {Time(subscription.ExpiresAt)}, last push {Time(subscription.LastPushAt) ?? "none yet"}, {(feed.PushProvedAt is null ? "not proved yet" : $"proved since {Time(feed.PushProvedAt)}")}");
        lines.Add($"the hub is asked next at {Time(subscription.DueAt)}{(subscription.LastError is null ? "" : $"; last trouble: {subscription.LastError}")}");
        return string.Join('\n', lines);
    }

    private static string? Time(long? milliseconds) =>
        UnixTime.FromMilliseconds(milliseconds)?.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
