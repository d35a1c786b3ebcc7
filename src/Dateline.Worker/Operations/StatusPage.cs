using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Operations;

/// <summary>One page for people: how the feeds are, what waits, the newest articles with their tags. Text from feeds is always encoded.</summary>
internal sealed class StatusPage(FeedStore feeds, ArticleStore articles, OutboxStore outbox, Backlog backlog, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<string> Render(CancellationToken cancellationToken)
    {
        var states = await feeds.CountByHealth(cancellationToken);
        var untagged = await articles.Count(cancellationToken);
        var unpublished = await outbox.Count(cancellationToken);
        var newest = (await outbox.Newest(40, cancellationToken)).Select(body => JsonSerializer.Deserialize<ArticleTagged>(body, Json)).OfType<ArticleTagged>();

        var page = new StringBuilder();
        page.Append("""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dateline</title><meta name="viewport" content="width=device-width">
            <meta http-equiv="refresh" content="10"><style>
            body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1b1f24;background:#fff}
            table{border-collapse:collapse;width:100%;margin:0 0 2rem}th,td{text-align:left;padding:.3rem .7rem .3rem 0;border-bottom:1px solid #e3e6ea;vertical-align:top}
            th{font-weight:600;color:#57606a}.n{font-variant-numeric:tabular-nums;font-size:1.6rem}dl{display:flex;gap:2.5rem;flex-wrap:wrap;margin:1.2rem 0 2rem}dt{color:#57606a}dd{margin:0}
            .tag{background:#eef2f6;border-radius:.6rem;padding:.05rem .5rem;margin-right:.3rem;white-space:nowrap}
            @media(prefers-color-scheme:dark){body{background:#14181d;color:#e6e9ec}th,td{border-color:#2c333b}.tag{background:#29313a}a{color:#7db4ff}}
            </style></head><body><h1>Dateline</h1>
            """);
        page.Append("<dl>");
        Figure(page, "feeds", states.Sum(state => state.Feeds));
        foreach (var (health, count) in states)
            Figure(page, health, count);
        Figure(page, "articles to tag", untagged.Waiting);
        Figure(page, "events to publish", unpublished.Waiting);
        Figure(page, "set aside", untagged.SetAside + unpublished.SetAside);
        if (await backlog.State(cancellationToken) is { Share: < 1 } full)
            Figure(page, "% of the usual polling, for want of room", (long)(full.Share * 100));
        page.Append("</dl>");

        Articles(page, newest);
        Troubled(page, await feeds.Troubled(50, cancellationToken));
        return page.Append("</body></html>").ToString();
    }

    private static void Articles(StringBuilder page, IEnumerable<ArticleTagged> newest)
    {
        page.Append("<h2>Newest articles</h2><table><tr><th>seen</th><th>title</th><th>topics</th><th>focus</th><th>language</th></tr>");
        foreach (var article in newest)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{article.FirstSeen:HH:mm:ss}</td><td><a rel=\"noreferrer\" href=\"{Link(article.Url)}\">{Text(article.Title)}</a><br><small>{Text(article.Feed.Title)}</small></td><td>");
            foreach (var topic in article.Topics)
                page.Append(CultureInfo.InvariantCulture, $"<span class=\"tag\">{Text(topic.Slug)} {topic.Confidence:.00}</span>");
            page.Append("</td><td>");
            foreach (var region in article.Regions.Where(region => region.Role == Region.Focus))
                page.Append(CultureInfo.InvariantCulture, $"<span class=\"tag\">{Text(region.Code)}</span>");
            page.Append(CultureInfo.InvariantCulture, $"</td><td>{Text(article.Language)}</td></tr>");
        }

        page.Append("</table>");
    }

    private void Troubled(StringBuilder page, IReadOnlyList<FeedRow> troubled)
    {
        if (troubled.Count == 0)
            return;
        page.Append("<h2>Feeds with trouble</h2><table><tr><th>feed</th><th>health</th><th>reason</th><th>next poll</th></tr>");
        foreach (var feed in troubled)
        {
            var minutes = Math.Max(0, (feed.NextPollAt - time.Milliseconds()) / 60_000.0);
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(feed.Url)}</td><td>{Text(feed.Health)}</td><td>{Text(feed.LastError ?? "")}</td><td>in {minutes:0} min</td></tr>");
        }

        page.Append("</table>");
    }

    private static void Figure(StringBuilder page, string name, long value) =>
        page.Append(CultureInfo.InvariantCulture, $"<div><dt>{Text(name)}</dt><dd class=\"n\">{value:N0}</dd></div>");

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Only web addresses become links: a feed could bring <c>javascript:</c>.</summary>
    private static string Link(string url) =>
        WebUri.TryAbsolute(url, out var uri) && uri.Scheme is "http" or "https" ? WebUtility.HtmlEncode(url) : "#";
}
