using System.Diagnostics;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Articles.Stories;
using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Watches;
using Dateline.Worker.Storage;
using Dateline.Worker.Documents;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Articles;

/// <summary>Takes one claimed article from its feed entry to its event: page, text, tags, outbox.</summary>
internal sealed class ArticleProcessor(
    ArticleFetcher fetcher, Classifier classifier, WatchFile watches, StoryFinder stories, ArticleStore articles, IOptions<ArticleOptions> options, TimeProvider time,
    ILogger<ArticleProcessor> logger)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>A summary is a teaser; feeds put whole articles there.</summary>
    private const int MaxSummaryLength = 2_000;

    /// <summary>True when the article was tagged.</summary>
    public async Task<bool> Process(ArticleRow article, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Source.StartActivity("tag article", ActivityKind.Internal, article.TraceParent);
        activity?.SetTag("article.id", article.Id).SetTag("article.url", article.Url);
        try
        {
            var page = options.Value.FetchPages ? await fetcher.Fetch(article, cancellationToken) : new PageOutcome.None("switched off");
            if (page is PageOutcome.Later later)
            {
                await articles.Postpone(article, later.Wait, null, cancellationToken);
                return false;
            }

            if (page is PageOutcome.Failing failing && PageRetry.Wait(article, failing) is { } wait)
            {
                logger.PagePostponed(article.Id, article.Url, failing.Reason, wait.TotalSeconds);
                await articles.Postpone(article, wait, failing.Reason, cancellationToken);
                return false;
            }

            if (Reason(page) is { } reason)
                logger.PageFailed(article.Id, article.Url, reason);
            Telemetry.Pages.Add(1, new KeyValuePair<string, object?>("outcome", page is PageOutcome.Extracted ? "extracted" : "none"));
            return await Tag(article, (page as PageOutcome.Extracted)?.Article, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await Failed(article, e, cancellationToken);
            return false;
        }
    }

    private static string? Reason(PageOutcome page) => page switch
    {
        PageOutcome.None none => none.Reason,
        PageOutcome.Failing failing => failing.Reason,
        _ => null,
    };

    private async Task<bool> Tag(ArticleRow article, ExtractedArticle? page, CancellationToken cancellationToken)
    {
        var feedSummary = HtmlText.Plain(article.Summary);
        var feedText = HtmlParagraphs.Of(article.Content.Length > 0 ? article.Content : article.Summary);
        var text = TaggedArticle.ChooseText(feedText, page);
        var tags = classifier.Classify(new ClassifierInput(
            article.Title, feedSummary, text, article.Url, article.Language ?? page?.Language ?? article.FeedLanguage, article.FeedCountry));

        var summary = feedSummary.Length > 0 ? feedSummary : text;
        var story = await stories.Find(article, text, cancellationToken);
        var tagged = TaggedArticle.Create(article, page, Cut(summary, MaxSummaryLength), Cut(text, options.Value.MaxTextLength), tags, story, Watched(article, page, text, tags));
        var stored = await articles.Complete(article, tagged.CanonicalUrl, Row(tagged), cancellationToken);
        Telemetry.Articles.Add(1, new KeyValuePair<string, object?>("outcome", stored ? "tagged" : "lease_lost"));
        if (stored)
            Report(tagged, article.Revision);
        else
            logger.LeaseLost(article.Id, article.Url);
        return stored;
    }

    private IReadOnlyList<string> Watched(ArticleRow article, ExtractedArticle? page, string text, Tags tags)
    {
        var watched = new WatchedArticle(article.Title, text)
        {
            Authors = page is { Wall: null, Authors.Count: > 0 } ? page.Authors : JsonSerializer.Deserialize<string[]>(article.Authors) ?? [],
            Host = WatchedArticle.HostOf(article.Url),
            FeedId = article.FeedId,
            FeedTitle = article.FeedTitle,
            Language = tags.Language,
            Topics = tags.Topics,
            Labels = tags.Labels,
            Regions = tags.Regions,
        };
        return watches.Rules.Names(watched);
    }

    private OutboxRow Row(ArticleTagged tagged) => new()
    {
        Id = TaggedArticle.MessageId(tagged.ArticleId, tagged.Revision).ToString(),
        Kind = OutboxRow.ArticleKind,
        ArticleId = tagged.ArticleId.ToString(),
        Revision = tagged.Revision,
        RoutingKeys = JsonSerializer.Serialize(tagged.RoutingKeys),
        Body = JsonSerializer.Serialize(tagged, Json),
        TraceParent = Activity.Current?.Id,
        CreatedAt = time.Milliseconds(),
    };

    private void Report(ArticleTagged tagged, long revision) => logger.Tagged(
        tagged.ArticleId.ToString(), tagged.Title,
        string.Join(", ", tagged.Topics.Select(topic => FormattableString.Invariant($"{topic.Slug} {topic.Confidence:.00}"))
            .Concat(tagged.Labels.Select(label => FormattableString.Invariant($"{label.Taxonomy}/{label.Slug} {label.Confidence:.00}")))),
        string.Join(' ', tagged.Regions.Where(region => region.Role == Region.Focus).Select(region => region.Code)),
        tagged.Language, tagged.Url, tagged.RoutingKeys[0], revision, string.Join(' ', tagged.Watches));

    private async Task Failed(ArticleRow article, Exception e, CancellationToken cancellationToken)
    {
        var attempt = article.Attempts + 1;
        var outage = Outage.Is(e);
        logger.Threw(outage ? null : e, article.Id, article.Url, attempt, e.Message);
        Telemetry.Articles.Add(1, new KeyValuePair<string, object?>("outcome", "failed"));
        // no fault of the article's: its lease ends by itself, and no attempt is counted
        if (outage)
            return;
        if (attempt >= options.Value.MaxAttempts)
        {
            logger.SetAside(article.Id, article.Url, attempt, e.Message);
            await articles.SetAside(article, e.Message, cancellationToken);
            return;
        }

        await articles.Postpone(article, TimeSpan.FromSeconds(10 * Math.Pow(3, attempt - 1)), e.Message, cancellationToken);
    }

    /// <summary>At most so many characters, not through a surrogate pair, with an ellipsis where something is missing.</summary>
    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        if (length == 0)
            return "";
        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
