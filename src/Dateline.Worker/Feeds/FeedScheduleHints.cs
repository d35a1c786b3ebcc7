using System.Globalization;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Feeds;

/// <summary>
/// What a publisher says about polling. The document's part (ttl, sy:updatePeriod, skipHours, skipDays) is kept with the feed, since most
/// answers bring none (304); <paramref name="MaxAge"/> (Cache-Control, Expires) is the answer's own.
/// </summary>
/// <param name="SkipHours">A bit an hour, UTC.</param>
/// <param name="SkipDays">A bit a day, Sunday the lowest.</param>
internal sealed record FeedScheduleHints(TimeSpan? Ttl, TimeSpan? UpdateInterval, uint SkipHours, uint SkipDays, TimeSpan? MaxAge = null)
{
    private const uint AllHours = (1u << 24) - 1, AllDays = (1u << 7) - 1;

    public static FeedScheduleHints None { get; } = new(null, null, 0, 0);

    /// <summary>The longest of the three: each asks not to be polled sooner.</summary>
    public TimeSpan? Wait
    {
        get
        {
            var longest = Ttl;
            if (UpdateInterval is { } update && !(update <= longest))
                longest = update;
            // an Expires in the past says that nothing may be kept, not that there is news
            return MaxAge is { Ticks: > 0 } age && !(age <= longest) ? age : longest;
        }
    }

    public static FeedScheduleHints Of(FeedMetadata feed)
    {
        uint hours = 0, days = 0;
        foreach (var hour in feed.SkipHours)
            hours |= 1u << (hour % 24);
        foreach (var day in feed.SkipDays)
            days |= 1u << (int)day;
        return new FeedScheduleHints(
            feed.TtlMinutes is { } ttl and > 0 ? TimeSpan.FromMinutes(ttl) : null, feed.UpdateInterval > TimeSpan.Zero ? feed.UpdateInterval : null,
            // who asks never to be polled has made a mistake
            hours == AllHours ? 0 : hours, days == AllDays ? 0 : days);
    }

    /// <summary>From the stored form: minutes of ttl, minutes of the update interval, hours and days as hexadecimal bits.</summary>
    public static FeedScheduleHints Read(string? text)
    {
        if (text?.Split(' ') is not [var ttl, var update, var hours, var days])
            return None;
        return new FeedScheduleHints(Minutes(ttl), Minutes(update), Bits(hours) & AllHours, Bits(days) & AllDays);
    }

    /// <summary>Null when the document says nothing.</summary>
    public string? Write() => this with { MaxAge = null } == None
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Ttl?.TotalMinutes ?? 0:0.##} {UpdateInterval?.TotalMinutes ?? 0:0.##} {SkipHours:x} {SkipDays:x}");

    public bool Skips(DateTimeOffset at) => (SkipHours >> at.UtcDateTime.Hour & 1) == 1 || (SkipDays >> (int)at.UtcDateTime.DayOfWeek & 1) == 1;

    /// <summary>The end of the skipped hours and days that hold <paramref name="at"/>, at most <paramref name="latest"/>.</summary>
    public DateTimeOffset AfterSkipped(DateTimeOffset at, DateTimeOffset latest)
    {
        var moved = at;
        while (moved < latest && Skips(moved))
            moved = new DateTimeOffset(moved.UtcDateTime.Date.AddHours(moved.UtcDateTime.Hour + 1), TimeSpan.Zero);
        return moved < latest ? moved : at > latest ? at : latest;
    }

    private static TimeSpan? Minutes(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 1e7 ? TimeSpan.FromMinutes(minutes) : null;

    private static uint Bits(string text) => uint.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits) ? bits : 0;
}
