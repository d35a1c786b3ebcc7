using Dateline.Contracts;
using Dateline.Worker.Classification;
using Dateline.Worker.Feeds;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Tests.Support;

/// <summary>Valid examples; a test changes what it is about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static FeedRow Feed() => new()
    {
        Id = 7, Url = "https://news.example/feed", Title = "News", Homepage = "https://news.example/", Etag = "\"old\"", LastModified = "Mon, 02 Mar 2026 01:00:00 GMT",
        BodyHash = "00", Health = FeedHealth.Healthy, IntervalMs = 900_000, LeaseOwner = "me",
    };

    public static ParsedEntry Entry(string id = "1") => new()
    {
        Id = $"urn:{id}", Link = $"https://news.example/{id}", Title = $"Title {id}", Summary = $"Summary {id}", Published = Now.AddHours(-1),
    };

    public static ParsedFeed Document(params ParsedEntry[] entries) =>
        new(FeedFormat.Rss20, "utf-8", true, [], new FeedMetadata { Title = "News", Link = "https://news.example/" }, entries);

    public static CandidateArticle Candidate(string key = "a", string fingerprint = "f1", params string[] moreKeys) => new(
        [key, .. moreKeys], $"https://news.example/{key}", $"https://news.example/{key}", $"Title {key}", "A summary", "<p>Content</p>", ["Ann Author"], null, "en",
        Now.ToUnixTimeMilliseconds(), fingerprint);

    public static FeedUpdate Update(FeedRow feed, DateTimeOffset now) => new()
    {
        Url = feed.Url, Title = feed.Title, Health = FeedHealth.Healthy, IntervalMs = 600_000, ScheduleReason = "a test", LastPollAt = now.ToUnixTimeMilliseconds(),
        LastDocumentAt = now.ToUnixTimeMilliseconds(), LastSuccessAt = now.ToUnixTimeMilliseconds(), NextPollAt = now.AddMinutes(10).ToUnixTimeMilliseconds(),
    };

    public static OutboxRow Event(string? articleId = null, DateTimeOffset? created = null) => new()
    {
        Id = Guid.NewGuid().ToString(), ArticleId = articleId, Revision = 1, RoutingKeys = """["conflict.asia.western-asia.iq.en"]""", Body = "{}",
        CreatedAt = (created ?? Now).ToUnixTimeMilliseconds(),
    };

    public static ArticleRow Article() => new()
    {
        Id = "019571d0-0000-7000-8000-000000000001", FeedId = 7, Revision = 2, Url = "https://news.example/1?utm_source=feed", CanonicalUrl = "https://news.example/1",
        Title = "A title", Authors = """["Feed Author"]""", PublishedAt = Now.AddHours(-1).ToUnixTimeMilliseconds(), FirstSeenAt = Now.ToUnixTimeMilliseconds(),
        FeedTitle = "News", FeedUrl = "https://news.example/feed", FeedHomepage = "https://news.example/",
    };

    public static Topic Topic(string slug, double confidence = 0.9) => new("medtop:16000000", slug, slug, confidence, []);

    public static Region Region(string code, string subregion, string continent, string role = "focus") =>
        new(code, code, subregion, continent, role, 0.9, [code]);

    public static Tags Tags() => new("en", [Topic("conflict")], [Region("IQ", "western-asia", "asia")]);
}
