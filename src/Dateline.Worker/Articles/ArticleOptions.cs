using System.ComponentModel.DataAnnotations;

namespace Dateline.Worker.Articles;

/// <summary>How articles are read and tagged (section <c>Articles</c>).</summary>
internal sealed class ArticleOptions
{
    /// <summary>Whether the article's page is fetched for its full text. The default is true.</summary>
    public bool FetchPages { get; set; } = true;

    /// <summary>Characters of clean text in the event: 0 sends none. The default is 100,000.</summary>
    [Range(0, 500_000)]
    public int MaxTextLength { get; set; } = 100_000;

    /// <summary>Articles read at the same time by this worker. The default is 48.</summary>
    [Range(1, 1_000)]
    public int Concurrency { get; set; } = 48;

    /// <summary>How long a claimed article is this worker's, in seconds. The default is 180.</summary>
    [Range(30, 3600)]
    public int LeaseSeconds { get; set; } = 180;

    /// <summary>Attempts before an article is set aside with its reason. The default is 5.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 5;
}
