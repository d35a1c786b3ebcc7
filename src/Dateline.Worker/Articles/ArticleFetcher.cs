using Dateline.Worker.Articles.Extraction;
using Dateline.Worker.Http;
using Dateline.Worker.Http.Limits;
using Dateline.Worker.Http.Robots;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Articles;

/// <summary>An article's page as extracted, or why there is none.</summary>
internal abstract record PageOutcome
{
    internal sealed record Extracted(ExtractedArticle Article, Uri FinalUrl) : PageOutcome
    {
        /// <summary>Where more of the article is.</summary>
        public PageLinks Links { get; init; } = PageLinks.None;
    }

    /// <summary>No page; the feed's text has to do.</summary>
    internal sealed record None(string Reason) : PageOutcome;

    /// <summary>No page now, by a failure that may pass; <paramref name="RetryAfter"/> is what the site asks for.</summary>
    internal sealed record Failing(string Reason, TimeSpan? RetryAfter = null) : PageOutcome;

    /// <summary>Not asked: the host has enough to do. Try again after <paramref name="Wait"/>.</summary>
    internal sealed record Later(TimeSpan Wait) : PageOutcome;
}

/// <summary>Fetches an article's page and extracts it, with the pages that go on with it. Every one is asked for as the first: in turn, and where robots.txt allows.</summary>
internal sealed class ArticleFetcher(WebFetcher web, RobotsCache robots, HostTurns turns, RateScopes limits, IOptions<HttpOptions> options, TimeProvider time)
{
    private const string Accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";

    /// <summary>Further pages of one article; what has more of them is a picture gallery.</summary>
    private const int MostFurtherPages = 4;

    /// <summary>No further page is asked for after this, so that the article's lease outlasts them.</summary>
    private static readonly TimeSpan LongestFollowing = TimeSpan.FromSeconds(40);

    public async Task<PageOutcome> Fetch(ArticleRow article, CancellationToken cancellationToken)
    {
        if (WebUri.Of(article.Url) is not { } url)
            return new PageOutcome.None("the entry links to no page");
        return await Get(url, article, cancellationToken) switch
        {
            PageOutcome.Extracted page => page with { Article = await Complete(page, article, cancellationToken) },
            var other => other,
        };
    }

    /// Another version where the page is wanting, else all pages as one, else one after the other; whatever fails leaves what there is
    private async Task<ExtractedArticle> Complete(PageOutcome.Extracted page, ArticleRow article, CancellationToken cancellationToken)
    {
        var first = page.Article;
        if (ArticlePages.IsWanting(first) && page.Links.Amp is { } amp && await Get(amp, article, cancellationToken) is PageOutcome.Extracted version)
            first = ArticlePages.Instead(first, version.Article) ?? first;
        if (first.Wall is not null)
            return first;
        if (page.Links.SinglePage is { } single && await Get(single, article, cancellationToken) is PageOutcome.Extracted whole && ArticlePages.Whole(first, whole.Article) is { } complete)
            return complete;
        return PageNumbers.IsFirst(page.FinalUrl) ? await Follow(first, page.Links.Next, article, cancellationToken) : first;
    }

    private async Task<ExtractedArticle> Follow(ExtractedArticle first, Uri? next, ArticleRow article, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        for (var pages = 0; pages < MostFurtherPages && next is not null && time.GetElapsedTime(start) < LongestFollowing; pages++)
        {
            if (await Get(next, article, cancellationToken) is not PageOutcome.Extracted page || ArticlePages.Join(first, page.Article) is not { } joined)
                break;
            (first, next) = (joined, page.Links.Next);
        }

        return first;
    }

    private async Task<PageOutcome> Get(Uri url, ArticleRow article, CancellationToken cancellationToken)
    {
        var rules = await robots.For(url, cancellationToken);
        if (ReferenceEquals(rules, RobotsRules.DisallowAll))
            return new PageOutcome.Failing("the site's robots.txt cannot be had now");
        if (!rules.IsAllowed(url))
            return new PageOutcome.None("the site's robots.txt forbids it");
        await using var turn = await turns.Take(url.IdnHost, cancellationToken, rules.CrawlDelay);
        if (!turn.IsTaken)
            return new PageOutcome.Later(turn.Wait);
        if (turn.Wait > TimeSpan.Zero)
            await Task.Delay(turn.Wait, time, cancellationToken);

        return await web.Get(new WebQuery(url, options.Value.MaxPageBytes, Accept, Access: WebAccess.Read(article.FeedAccess)?.For(url, new Uri(article.FeedUrl))), cancellationToken) switch
        {
            WebResult.Failure { Kind: WebFailure.HostBusy } => new PageOutcome.Later(TimeSpan.FromSeconds(2)),
            WebResult.Failure { Kind: WebFailure.Dns or WebFailure.Connect or WebFailure.Timeout or WebFailure.Protocol or WebFailure.CircuitOpen } failure => new PageOutcome.Failing(failure.Message),
            WebResult.Failure failure => new PageOutcome.None(failure.Message),
            WebResult.Answer answer => Read(answer, url),
            _ => throw new InvalidOperationException("A fetch is an answer or a failure."),
        };
    }

    private PageOutcome Read(WebResult.Answer answer, Uri url)
    {
        if ((int)answer.Status is 429 || ((int)answer.Status is 503 && answer.Headers.RetryAfter is not null))
            limits.Limited(url, answer.RetryAfter(time.GetUtcNow()));
        if ((int)answer.Status is 408 or 425 or 429 or >= 500)
            return new PageOutcome.Failing($"HTTP {(int)answer.Status}", answer.RetryAfter(time.GetUtcNow()));
        if ((int)answer.Status is not (>= 200 and < 300))
            return new PageOutcome.None($"HTTP {(int)answer.Status}");
        if (!LooksLikeHtml(answer.ContentType))
            return new PageOutcome.None($"the page is {answer.ContentType}");
        var extracted = ArticleExtractor.ExtractWithLinks(answer.Body, answer.ContentType, answer.FinalUrl);
        return new PageOutcome.Extracted(extracted.Article, answer.FinalUrl) { Links = extracted.Links };
    }

    private static bool LooksLikeHtml(string? contentType) =>
        contentType is null || contentType.Contains("html", StringComparison.OrdinalIgnoreCase) || contentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);
}
