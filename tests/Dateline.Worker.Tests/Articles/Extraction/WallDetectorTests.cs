using Dateline.Worker.Articles;

namespace Dateline.Worker.Tests.Articles.Extraction;

public class WallDetectorTests
{
    [Theory]
    [InlineData("<title>Just a moment...</title><body><p>Checking your browser before you go on</p><script src='/cdn-cgi/challenge-platform/x'></script></body>", "Challenge")]
    [InlineData("<title>Access denied</title><body><p>You do not have permission.</p></body>", "Challenge")]
    [InlineData("<title>Before you continue</title><body><p>We use cookies and data.</p><button>Reject all</button><button>Accept all</button></body>", "Consent")]
    [InlineData("<title>Zustimmung</title><body><p>Wir und unsere Partner verarbeiten personenbezogene Daten. Alle akzeptieren. Datenschutz. Einwilligung.</p></body>", "Consent")]
    [InlineData("<title>Ferry</title><body><article><p>The harbour was closed on Tuesday.</p><div class='paywall'><p>Subscribe to continue reading</p></div></article></body>", "Paywall")]
    [InlineData("<title>Ferry</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"isAccessibleForFree\":\"False\"}</script><body><p>The harbour was closed on Tuesday.</p></body>", "Paywall")]
    public void Extract_Wall_IsToldFromTheArticle(string html, string wall) => Assert.Equal(wall, Page.Extract($"<html>{html}</html>").Wall.ToString());

    [Theory]
    [InlineData("<div class='cookie'><p>We use cookies. Our partners use cookies too. Accept all, reject all, or manage options. Your consent counts.</p></div>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"isAccessibleForFree\":false}</script>" + Page.Paragraphs + Page.Paragraphs)]
    [InlineData("<p>Already a subscriber? Sign in.</p>" + Page.Paragraphs + Page.Paragraphs)]
    public void Extract_WholeArticleBesideSuchWords_IsNoWall(string beside)
    {
        var article = Page.Extract($"<html><title>Ferry</title><body>{beside}<article>{Page.Paragraphs}<p>{new string('x', 20)} {string.Concat(Enumerable.Repeat("The tide turned once more. ", 20))}</p></article></body></html>");

        Assert.Null(article.Wall);
        Assert.Contains("The harbour was closed", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_Wall_LowersTheConfidenceAndAChallengeHasNoText()
    {
        var article = Page.Extract("<html><title>Just a moment...</title><body><p>Enable JavaScript and cookies to continue</p></body></html>");

        Assert.Equal((Wall.Challenge, ""), (article.Wall, article.Text));
        Assert.InRange(article.Confidence, 0, 0.1);
    }
}
