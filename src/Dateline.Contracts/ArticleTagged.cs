namespace Dateline.Contracts;

/// <summary>
/// An article with its topics and regions, published to the topic exchange <c>news.articles</c>: one message per article
/// and revision. The message id is stable, so a repeat can be recognised. Fields are only ever added.
/// </summary>
public sealed record ArticleTagged
{
    /// <summary>The article's own id; stays the same over its revisions.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>1 when first seen, one more each time the publisher changed title or text.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// The article's number in its feed: 1, 2, 3 and so on as they were first seen, the same for each revision. Who receives all of a
    /// feed's articles sees by it that none is missing. 0 when it was not counted yet.
    /// </summary>
    public long Sequence { get; init; }

    /// <summary>The address as the feed gave it, absolute.</summary>
    public required string Url { get; init; }

    /// <summary>The address that stands for the article: as the page declares it, without tracking parameters.</summary>
    public required string CanonicalUrl { get; init; }

    /// <summary>The headline, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The feed's or the page's summary, plain text; empty when there is none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The clean body, plain text, paragraphs parted by a blank line; empty when switched off or not to be had.</summary>
    public string Text { get; init; } = "";

    /// <summary>Names as printed, without "By".</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When the publisher says that it was published, UTC; null when neither feed nor page says so.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When this system first saw it in a feed, UTC.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>BCP 47, lower case (<c>en</c>, <c>pt</c>); <c>und</c> when it cannot be told.</summary>
    public required string Language { get; init; }

    /// <summary>The feed that brought it.</summary>
    public required ArticleFeed Feed { get; init; }

    /// <summary>The main image; null when there is none.</summary>
    public ArticleImage? Image { get; init; }

    /// <summary>Topics, the most probable first; empty when none is sure enough.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>Countries, focus before mention, the most prominent first.</summary>
    public IReadOnlyList<Region> Regions { get; init; } = [];

    /// <summary>Subjects within the topics where they are asked for, and labels of the user's own taxonomies; taxonomy by taxonomy, the most probable first.</summary>
    public IReadOnlyList<ArticleLabel> Labels { get; init; } = [];

    /// <summary>Names of the user's own rules that matched.</summary>
    public IReadOnlyList<string> Watches { get; init; } = [];

    /// <summary>The story that this article tells with its near-duplicates.</summary>
    public ArticleStory? Story { get; init; }

    /// <summary>Every routing key of this article, the primary one first.</summary>
    public IReadOnlyList<string> RoutingKeys { get; init; } = [];
}

/// <summary>The feed that an article came from.</summary>
/// <param name="Id">The feed's id in this installation.</param>
/// <param name="Title">The feed's own title; empty before the first successful poll.</param>
/// <param name="Url">The feed document's address.</param>
/// <param name="Homepage">The site that the feed belongs to; null when the feed does not say.</param>
public sealed record ArticleFeed(long Id, string Title, string Url, string? Homepage);

/// <summary>An article's main image.</summary>
/// <param name="Url">Absolute address.</param>
/// <param name="Credit">Photographer or agency as printed; null when not given.</param>
public sealed record ArticleImage(string Url, string? Credit);

/// <summary>Near-duplicates over all feeds share one story.</summary>
/// <param name="Id">The story's id.</param>
/// <param name="Size">Articles in the story when this event was made, this one counted.</param>
/// <param name="FirstArticleId">The first of them that was seen.</param>
public sealed record ArticleStory(Guid Id, int Size, Guid FirstArticleId);
