namespace Dateline.Contracts;

/// <summary>
/// A feed's document held nothing of what the last poll saw: items may have come and gone between. Published to the topic exchange
/// <c>news.feeds</c> as <c>gap</c>.
/// </summary>
/// <param name="FeedId">The feed's id in this installation.</param>
/// <param name="Url">The feed document's address.</param>
/// <param name="Since">The last time that the feed was read, UTC.</param>
/// <param name="Until">The date of the oldest item that was there now, or now where items have no dates, UTC.</param>
/// <param name="Recovered">Items of the span that the feed's archive pages and the site's sitemaps gave.</param>
/// <param name="Closed">True when these reached back to what was known, so that nothing is missing.</param>
/// <param name="At">When it was seen, UTC.</param>
public sealed record FeedGapDetected(
    long FeedId, string Url, DateTimeOffset Since, DateTimeOffset Until, int Recovered, bool Closed, DateTimeOffset At);
