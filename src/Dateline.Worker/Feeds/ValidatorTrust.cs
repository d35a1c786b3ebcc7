using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>
/// Whether a feed's ETag and Last-Modified can be trusted. Some servers answer 304 although the feed has changed, and its readers see
/// nothing more. So a feed that only says 304 is now and then asked without validators; when that brings new articles while the old
/// validators are still said to hold, they lie, and none are sent for a month. Pure.
/// </summary>
internal static class ValidatorTrust
{
    /// <summary>Doubled with every test that the validators stood, up to <see cref="Rarest"/>.</summary>
    private static readonly TimeSpan First = TimeSpan.FromHours(24);

    private static readonly TimeSpan Rarest = TimeSpan.FromDays(8);

    /// <summary>A feed that is usually busy and has fallen silent is tested so soon.</summary>
    private static readonly TimeSpan WhenSilent = TimeSpan.FromHours(2);

    /// <summary>Articles that the last hours should have brought; with fewer, silence is chance.</summary>
    private const double BusyFrom = 6;

    private static readonly TimeSpan Distrust = TimeSpan.FromDays(30);

    public static ValidatorUse UseFor(FeedRow feed, DateTimeOffset now)
    {
        if (feed.Etag is null && feed.LastModified is null)
            return ValidatorUse.None;
        if (UnixTime.FromMilliseconds(feed.ValidatorsDistrustedUntil) > now)
            return ValidatorUse.None;
        return IsTestDue(feed, now) ? ValidatorUse.Test : ValidatorUse.Sent;
    }

    /// <summary>The row's part after a document; <paramref name="lied"/> is the verdict of a test.</summary>
    public static (long CheckedAt, long Held, long? DistrustedUntil) After(FeedRow feed, ValidatorUse use, bool lied, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        return use switch
        {
            ValidatorUse.Test when lied => (at, 0, (now + Distrust).ToUnixTimeMilliseconds()),
            ValidatorUse.Test => (at, feed.ValidatorsHeld + 1, null),
            ValidatorUse.None => (at, feed.ValidatorsHeld, feed.ValidatorsDistrustedUntil),
            _ => (feed.ValidatorsCheckedAt ?? at, feed.ValidatorsHeld, feed.ValidatorsDistrustedUntil),
        };
    }

    private static bool IsTestDue(FeedRow feed, DateTimeOffset now)
    {
        var lastWasNotModified = feed.LastDocumentAt is null || feed.LastSuccessAt > feed.LastDocumentAt;
        if (!lastWasNotModified)
            return false;
        var since = now - (UnixTime.FromMilliseconds(feed.ValidatorsCheckedAt) ?? UnixTime.FromMilliseconds(feed.AddedAt));
        var wait = First * Math.Pow(2, Math.Min(feed.ValidatorsHeld, 3));
        return since >= (wait < Rarest ? wait : Rarest) || (since >= WhenSilent && IsSilent(FeedRhythm.Read(feed.Rhythm)));
    }

    private static bool IsSilent(FeedRhythm rhythm) => rhythm.Usual >= BusyFrom && rhythm.Recent < 0.5;
}

/// <summary>Whether a feed is asked with its validators.</summary>
internal enum ValidatorUse
{
    /// <summary>There are none, or they were caught lying.</summary>
    None,
    Sent,

    /// <summary>Left out on purpose, to see whether they tell the truth.</summary>
    Test,
}
