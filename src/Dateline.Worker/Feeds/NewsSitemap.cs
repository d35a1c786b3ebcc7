using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Http.Robots;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds;

/// <summary>
/// Looks for a gap's articles in the sitemaps that the site's robots.txt names. A site has more sections than a feed: where the feed's
/// links are all of one section, so are the articles that are taken.
/// </summary>
internal sealed class NewsSitemap(FeedPages pages, RobotsCache robots, IOptions<FeedOptions> options, TimeProvider time)
{
    private const int MostFiles = 6;

    /// <summary>The share of a feed's links that makes their first folder its section.</summary>
    private const double SectionShare = 0.8;

    public async Task<RecoveredArticles> Read(FeedRow feed, ParsedFeed document, FeedGap gap, CancellationToken cancellationToken)
    {
        var links = document.Entries.Select(entry => entry.Link).OfType<string>().Select(link => WebUri.TryAbsolute(link, out var url) ? url : null).OfType<Uri>().ToArray();
        if (links.GroupBy(link => link.GetLeftPart(UriPartial.Authority)).MaxBy(group => group.Count()) is not { } site)
            return RecoveredArticles.None;

        var section = Section(site.ToArray());
        var found = new List<ParsedEntry>();
        DateTimeOffset? oldest = null;
        await foreach (var sitemap in Files(feed, new Uri(site.Key), gap, cancellationToken))
        {
            var news = sitemap.Entries.Where(entry => entry is { Title.Length: > 0, Published: not null, Link: not null }).ToArray();
            oldest = new[] { oldest, news.Min(entry => entry.Published) }.Min();
            found.AddRange(news.Where(entry => entry.Published > gap.Since && entry.Published <= gap.Until && entry.Link!.StartsWith(site.Key + section, StringComparison.Ordinal)));
        }

        // a sitemap's addresses are no guids of the feed
        var entries = found.ExceptBy(document.Entries.Select(entry => entry.Link), entry => entry.Link).Select(entry => entry with { Id = null }).ToArray();
        var articles = CandidateArticles.From(feed, document with { Entries = entries }, options.Value.MaxEntries, time.GetUtcNow());
        return new RecoveredArticles(articles, oldest <= gap.Since);
    }

    /// <summary>The files, those with "news" in their name first; an index is followed into the files that changed since.</summary>
    private async IAsyncEnumerable<ParsedFeed> Files(
        FeedRow feed, Uri site, FeedGap gap, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var queue = new PriorityQueue<string, int>((await robots.For(site, cancellationToken)).Sitemaps.Select(file => (file, Rank(file))));
        var visited = new HashSet<string>(StringComparer.Ordinal);
        while (visited.Count < MostFiles && queue.TryDequeue(out var file, out _))
        {
            if (!visited.Add(file) || await pages.Fetch(feed, file, cancellationToken) is not { Format: FeedFormat.Sitemap } sitemap)
                continue;
            foreach (var child in sitemap.Entries.Where(entry => IsFile(entry.Link) && !(entry.Updated < gap.Since)))
                queue.Enqueue(child.Link!, Rank(child.Link!));
            yield return sitemap;
        }
    }

    private static int Rank(string file) => file.Contains("news", StringComparison.OrdinalIgnoreCase) ? 0 : 1;

    private static bool IsFile(string? link) =>
        link is not null && (link.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || link.EndsWith(".xml.gz", StringComparison.OrdinalIgnoreCase));

    /// <summary>"/sport/" when nearly all links are in that folder, else "/".</summary>
    private static string Section(Uri[] links)
    {
        var folder = links.Select(link => link.Segments).Where(segments => segments.Length > 2).GroupBy(segments => segments[1]).MaxBy(group => group.Count());
        return folder is not null && folder.Count() >= links.Length * SectionShare ? $"/{folder.Key}" : "/";
    }
}
