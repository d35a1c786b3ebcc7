using Dateline.Contracts;

namespace Dateline.Worker.Classification.Watches;

/// <summary>What rules look at.</summary>
internal sealed record WatchedArticle(string Title, string Text)
{
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Of the article's address, without www; empty when there is none.</summary>
    public string Host { get; init; } = "";

    public long FeedId { get; init; }

    public string FeedTitle { get; init; } = "";

    public string Language { get; init; } = "und";

    public IReadOnlyList<Topic> Topics { get; init; } = [];

    public IReadOnlyList<ArticleLabel> Labels { get; init; } = [];

    public IReadOnlyList<Region> Regions { get; init; } = [];

    public IEnumerable<Region> Focus => Regions.Where(region => region.Role == Region.Focus);

    public static string HostOf(string? url) =>
        WebUri.Of(url) is not { } address ? "" : WebUri.HostOf(address) is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}

/// <summary>A rule that matched; the evidence is the terms and tags that hold, in the rule's own words.</summary>
internal sealed record WatchMatch(string Name, IReadOnlyList<string> Evidence);
