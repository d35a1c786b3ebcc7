namespace Dateline.Contracts;

/// <summary>A feed's health changed; published to the topic exchange <c>news.feeds</c> as <c>health.STATE</c>.</summary>
/// <param name="FeedId">The feed's id in this installation.</param>
/// <param name="Url">The feed document's address.</param>
/// <param name="From">The state before: <c>new</c>, <c>healthy</c>, <c>failing</c>, <c>broken</c>, <c>blocked</c> or <c>gone</c>.</param>
/// <param name="To">The state now.</param>
/// <param name="Reason">What was seen, for people.</param>
/// <param name="Failures">Weighted failures in a row.</param>
/// <param name="At">When, UTC.</param>
public sealed record FeedHealthChanged(long FeedId, string Url, string From, string To, string Reason, double Failures, DateTimeOffset At);
