using System.Text;
using Dateline.Worker.Articles;

namespace Dateline.Worker.Tests.Articles;

public class ArticleExtractorTests
{
    private const string Site = "http://127.0.0.1:8080";

    private const string Paragraphs =
        "On Friday, the day when at least eight men aligned with Islamic State murdered at least 132 people in Paris, ISIS lost ground where it had "
        + "seemed safest. Kurdish fighters took back Sinjar, an Iraqi town on the road from the group's headquarters in Raqqa, Syria, to Mosul, Iraq, and "
        + "coalition airstrikes killed more than 200 of its fighters on the way. A group that shrinks at home, it turns out, is no less dangerous abroad."
        + "\n\nThe pattern had been there to see. Bombings in Lebanon and Turkey and the loss of a Russian passenger plane over Egypt are all laid to ISIS, "
        + "and each came as its borders were being pushed in. A self-identified defector who met Michael Weiss of The Daily Beast in Istanbul said that "
        + "foreign recruits are now told to stay where they are: they are worth more to the leadership in Brussels or Paris than at the front.";

    public static TheoryData<string> ParisPages() =>
        [.. Directory.EnumerateFiles(Fixture("paris"), "*.html", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Fixture("paris"), file)).Order()];

    [Theory]
    [MemberData(nameof(ParisPages))]
    public void Extract_ParisPage_GivesTheTwoParagraphsAndNothingElse(string page) => Assert.Equal(Paragraphs, Extract(page).Text);

    [Theory]
    [MemberData(nameof(ParisPages))]
    public void Extract_ParisPage_GivesItsFields(string page)
    {
        var article = Extract(page);

        Assert.Equal("What the Paris attack has taught us about ISIS", article.Title);
        Assert.Equal(["Peter Weber"], article.Authors);
        Assert.Equal($"{Site}/images/paris-candles-1200.jpg", article.Image);
        Assert.Equal("Vittorio Zunino Celotto/Getty Images", article.ImageCredit);
        Assert.Equal("en", article.Language?.Split('-')[0]);
        Assert.Null(article.Wall);
    }

    [Fact]
    public void Extract_EscapesWrittenAsReferences_AreCut()
    {
        var text = string.Concat(Enumerable.Repeat("The council met on Monday to talk about the bridge, &#27;[2Jwhich is closed. ", 8));
        var page = System.Text.Encoding.UTF8.GetBytes($"<html><head><meta name=author content='Ann &#27;[1mLee'></head><body><article><h1>Bridge &#27;[31mclosed &#8238;won</h1><p>{text}</p></article></body></html>");
        var article = ArticleExtractor.Extract(page, "text/html", null);

        Assert.DoesNotContain('\u001b', $"{article.Title}{article.Text}{string.Concat(article.Authors)}");
        Assert.Equal("Bridge [31mclosed won", article.Title);
        Assert.Contains("[2Jwhich", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_ParisPage_GivesWhenAndWhere()
    {
        var article = Extract("article.html");

        Assert.Equal(new DateTimeOffset(2015, 11, 16, 10, 31, 0, TimeSpan.Zero), article.Published);
        Assert.Equal($"{Site}/speedreads/589109/what-paris-attack-taught-about-isis", article.CanonicalUrl);
        Assert.Equal("The Week", article.SiteName);
    }

    private static ExtractedArticle Extract(string page)
    {
        var html = File.ReadAllText(Path.Combine(Fixture("paris"), page)).Replace("{site}", Site, StringComparison.Ordinal);
        return ArticleExtractor.Extract(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", new Uri($"{Site}/speedreads/589109/what-paris-attack-taught-about-isis"));
    }

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);
}
