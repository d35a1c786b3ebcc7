using Dateline.Worker.Feeds;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds;

public class PollUpdateTests
{
    private static readonly ScheduleInput Input = new()
    {
        Rhythm = FeedRhythm.Unknown.After(null, Some.Now, 3, 20), Hints = FeedScheduleHints.None with { Ttl = TimeSpan.FromMinutes(60) },
    };

    private static FeedUpdate For(FeedRow feed, FetchOutcome outcome, ParsedFeed? document = null) => PollUpdate.For(
        feed, outcome, document, new FeedHealth(FeedHealth.Healthy, 0), Input, new ScheduleDecision(TimeSpan.FromMinutes(30), Some.Now.AddMinutes(31), "a test"), false, Some.Now);

    private static FetchOutcome.Fetched Fetched(string? movedTo = null, string? etag = "\"new\"") =>
        new([], new Uri("https://news.example/feed"), null, etag, null, null, movedTo is null ? null : new Uri(movedTo));

    [Fact]
    public void For_Fetched_ReplacesBothValidators()
    {
        var update = For(Some.Feed(), Fetched());
        Assert.Equal(("\"new\"", null, "e3b0c44298fc1c149afbf4c8996fb924"), (update.Etag, update.LastModified, update.BodyHash));
    }

    [Theory]
    [InlineData("javascript:alert(1)", "https://news.example/")]
    [InlineData("https://new.example/", "https://new.example/")]
    public void For_Homepage_IsALinkOrStays(string link, string homepage)
    {
        var document = Some.Document() with { Feed = new FeedMetadata { Title = "A\nB" + new string('c', 100_000), Link = link } };
        var update = For(Some.Feed(), Fetched(), document);
        Assert.Equal((homepage, 1_001), (update.Homepage, update.Title.Length));
        Assert.StartsWith("A Bccc", update.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void For_NotModified_KeepsWhatTheAnswerDoesNotCarry()
    {
        var feed = Some.Feed();
        var update = For(feed, new FetchOutcome.NotModified("W/\"3\"", null, null));
        Assert.Equal(("W/\"3\"", feed.LastModified, feed.BodyHash), (update.Etag, update.LastModified, update.BodyHash));
        Assert.Equal(Some.Now.ToUnixTimeMilliseconds(), update.LastSuccessAt);
        Assert.Equal(feed.LastDocumentAt, update.LastDocumentAt);
    }

    [Fact]
    public void For_Failure_KeepsValidatorsAndSaysWhy()
    {
        var feed = Some.Feed() with { LastSuccessAt = 5 };
        var update = For(feed, new FetchOutcome.Failed(FailureKind.Soft, "HTTP 500, internal server error."));
        Assert.Equal((feed.Etag, 5L, "HTTP 500, internal server error"), (update.Etag, update.LastSuccessAt, update.LastError));
    }

    [Fact]
    public void For_Schedule_IsStored()
    {
        var update = For(Some.Feed(), Fetched());
        Assert.Equal((1_800_000L, Some.Now.AddMinutes(31).ToUnixTimeMilliseconds(), "a test"), (update.IntervalMs, update.NextPollAt, update.ScheduleReason));
    }

    [Fact]
    public void For_RhythmAndHints_AreStored()
    {
        var update = For(Some.Feed(), Fetched());
        Assert.Equal((20, "60 0 0 0"), (FeedRhythm.Read(update.Rhythm).DocumentEntries, update.Hints));
    }

    [Fact]
    public void For_PermanentRedirect_IsBelievedTheThirdTimeInARow()
    {
        var feed = Some.Feed();
        for (var time = 1; time <= 3; time++)
        {
            var update = For(feed, Fetched("https://new.example/feed"));
            Assert.Equal(time < 3 ? "https://news.example/feed" : "https://new.example/feed", update.Url);
            feed = feed with { Url = update.Url, MovedTo = update.MovedTo, MovedCount = update.MovedCount };
        }

        Assert.Null(feed.MovedTo);
    }

    [Fact]
    public void For_RedirectElsewhere_StartsToCountAgain()
    {
        var feed = Some.Feed() with { MovedTo = "https://one.example/", MovedCount = 2 };
        var update = For(feed, Fetched("https://two.example/"));
        Assert.Equal(("https://news.example/feed", "https://two.example/", 1L), (update.Url, update.MovedTo, update.MovedCount));
    }

    [Fact]
    public void For_AnswerWithoutRedirect_Forgets() => Assert.Null(For(Some.Feed() with { MovedTo = "https://one.example/", MovedCount = 2 }, Fetched()).MovedTo);

    [Fact]
    public void For_FailureBetweenRedirects_KeepsTheCount() =>
        Assert.Equal(2, For(Some.Feed() with { MovedTo = "https://one.example/", MovedCount = 2 }, new FetchOutcome.Failed(FailureKind.Temporary, "no address")).MovedCount);
}
