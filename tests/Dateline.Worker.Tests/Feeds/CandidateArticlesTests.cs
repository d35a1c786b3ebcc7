using Dateline.Worker.Feeds;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Feeds.Parsing;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds;

public class CandidateArticlesTests
{
    private static CandidateArticle Only(ParsedEntry entry) => Assert.Single(CandidateArticles.From(Some.Feed(), Some.Document(entry), 100, Some.Now));

    [Fact]
    public void From_Entries_OneEachInOrder() =>
        Assert.Equal(["Title 1", "Title 2", "Title 3"], CandidateArticles.From(Some.Feed(), Some.Document(Some.Entry("1"), Some.Entry("2"), Some.Entry("3")), 100, Some.Now).Select(c => c.Title));

    [Fact]
    public void From_MoreThanTheLimit_TakesTheFirst() =>
        Assert.Equal("Title 1", Assert.Single(CandidateArticles.From(Some.Feed(), Some.Document(Some.Entry("1"), Some.Entry("2")), 1, Some.Now)).Title);

    [Theory]
    [InlineData("", 1)]
    [InlineData("<link>http://news.example/tw", 1)]
    [InlineData("<link>http://news.example/two</link><guid>4", 2)]
    [InlineData("<guid>4711</guid><link>http://news.example/tw", 2)]
    [InlineData("</item>", 2)]
    public void From_DocumentThatEndsInAnEntry_TakesItWhereItCanBeKnownAgain(string end, int articles)
    {
        var document = FeedText.Parse($"<rss version='2.0'><channel><item><title>One</title><link>http://news.example/one</link></item><item><title>Two</title>{end}");
        Assert.Equal(2, document.Entries.Count);
        Assert.Equal(articles, CandidateArticles.From(Some.Feed(), document, 100, Some.Now).Count);
    }

    [Fact]
    public void From_TrackingParameters_AreNotInTheCanonicalAddress()
    {
        var candidate = Only(Some.Entry() with { Link = "https://news.example/a?utm_source=rss&id=4#top" });
        Assert.Equal(("https://news.example/a?utm_source=rss&id=4#top", "https://news.example/a?id=4"), (candidate.Url, candidate.CanonicalUrl));
    }

    [Fact]
    public void From_NoLink_TakesThePermanentIdOrTheEnclosure()
    {
        Assert.Equal("https://news.example/id", Only(Some.Entry() with { Link = null, Id = "https://news.example/id" }).Url);
        Assert.Equal("https://news.example/a.mp3", Only(Some.Entry() with { Link = null, Enclosures = [new Enclosure("https://news.example/a.mp3", "audio/mpeg", 1)] }).Url);
        Assert.Equal(Some.Feed().Url, Only(Some.Entry() with { Link = null, Id = "4711" }).Url);
    }

    [Fact]
    public void From_NoTitle_IsNamedByItsFirstWords()
    {
        var title = Only(Some.Entry() with { Title = " ", Summary = $"<p>{string.Join(' ', Enumerable.Repeat("word", 60))}</p>" }).Title;
        Assert.StartsWith("word word", title, StringComparison.Ordinal);
        Assert.EndsWith("word…", title, StringComparison.Ordinal);
        Assert.InRange(title.Length, 60, 101);
    }

    [Fact]
    public void From_DateInTheFuture_IsNow() => Assert.Equal(Some.Now.ToUnixTimeMilliseconds(), Only(Some.Entry() with { Published = Some.Now.AddYears(1) }).PublishedAt);

    [Fact]
    public void From_NoDate_StaysWithout() => Assert.Null(Only(Some.Entry() with { Published = null }).PublishedAt);

    [Fact]
    public void From_AuthorsOfTheFeed_StandInForTheEntrys()
    {
        var document = Some.Document(Some.Entry()) with { Feed = new FeedMetadata { Authors = [new Person("Desk", null, null), new Person(null, "x@example.org", null)] } };
        Assert.Equal(["Desk"], CandidateArticles.From(Some.Feed(), document, 10, Some.Now)[0].Authors);
    }

    [Fact]
    public void From_EscapesAndNul_NeverReachTheDatabase()
    {
        var json = """
            {"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"https://example.org/1","title":"A\u001b[31mb \u0000c","summary":"s\u009b2J",
            "content_html":"<p>d\u001b]0;e\u0007</p>","authors":[{"name":"F\u001b[1m"},"\ud83d"],"tags":["\ud83d", "ok"]}]}
            """;
        var candidate = Assert.Single(CandidateArticles.From(Some.Feed(), FeedParser.Parse(System.Text.Encoding.UTF8.GetBytes(json), "application/feed+json", null), 10, DateTimeOffset.UnixEpoch));

        Assert.Equal(("A[31mb c", "s2J", "<p>d]0;e</p>", "F[1m"), (candidate.Title, candidate.Summary, candidate.Content, Assert.Single(candidate.Authors)));
    }

    [Fact]
    public void From_MarkupAndSpacingChanged_FingerprintStays()
    {
        var before = Only(Some.Entry() with { Content = "<p>Two  words</p>" });
        Assert.Equal(before.Fingerprint, Only(Some.Entry() with { Content = "<div>Two\nwords.</div>" }).Fingerprint);
        Assert.NotEqual(before.Fingerprint, Only(Some.Entry() with { Content = "<p>Three words</p>" }).Fingerprint);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://\uFFFD/")]
    [InlineData("/relative")]
    public void From_LinkThatIsNone_IsNotPassedOn(string link)
    {
        var image = new Enclosure(link, "image/png", null);
        var candidate = Only(Some.Entry() with { Link = link, Id = link, Enclosures = [image] });
        Assert.Equal((Some.Feed().Url, Some.Feed().Url, null), (candidate.Url, candidate.CanonicalUrl, candidate.Image));
        Assert.Equal("https://news.example/id", Only(Some.Entry() with { Link = link, Id = "https://news.example/id" }).Url);
    }

    [Fact]
    public void From_LinkWithALineEndOrAControlCharacter_HasThemEscaped() =>
        Assert.Equal("https://news.example/%0Aa%7F", Only(Some.Entry() with { Link = "https://news.example/\na\u007F" }).Url);

    [Fact]
    public void From_EndlessTitleAndAuthors_AreCut()
    {
        var authors = Enumerable.Range(0, 5_000).Select(number => new Person($"{number} {new string('a', 5_000)}", null, null)).ToArray();
        var candidate = Only(Some.Entry() with { Title = new string('t', 1_000_000), Authors = authors });
        Assert.Equal(1_001, candidate.Title.Length);
        Assert.InRange(candidate.Authors.Sum(author => author.Length), 1, 110_000);
    }
}
