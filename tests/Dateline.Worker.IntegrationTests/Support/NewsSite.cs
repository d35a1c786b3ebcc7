using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.IntegrationTests.Support;

/// <summary>Sites for the worker to watch, on loopback.</summary>
internal static class NewsSite
{
    /// <summary>The feed and the page of the article on Paris, as a magazine publishes them.</summary>
    public static Task<LoopbackServer> Paris() => LoopbackServer.Start(async context =>
    {
        var isFeed = context.Request.Path == "/feed.xml";
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "paris", isFeed ? "feed.xml" : "article.html"));
        context.Response.ContentType = isFeed ? "application/rss+xml; charset=utf-8" : "text/html; charset=utf-8";
        await context.Response.WriteAsync(text.Replace("{site}", $"http://{context.Request.Host}", StringComparison.Ordinal));
    });

    /// <summary>A hundred feeds as they were found in the wild. Their articles live elsewhere and are not fetched.</summary>
    public static async Task<(LoopbackServer Server, IReadOnlyList<Uri> Feeds)> RealFeeds(int count)
    {
        var files = Directory.GetFiles(Corpora.PathOf("feeds", "real")).Order(StringComparer.Ordinal).Where(path => new FileInfo(path).Length > 0).ToArray();
        var server = await LoopbackServer.Start(async context =>
        {
            var file = files.FirstOrDefault(path => context.Request.Path == $"/{Path.GetFileName(path)}");
            context.Response.StatusCode = file is null ? 404 : 200;
            if (file is null)
                return;
            context.Response.ContentType = file.EndsWith(".json", StringComparison.Ordinal) ? "application/feed+json" : "application/xml";
            await context.Response.SendFileAsync(file);
        });
        return (server, [.. files.Where(IsFeed).Take(count).Select(path => server.At($"/{Path.GetFileName(path)}"))]);
    }

    private static bool IsFeed(string path) =>
        Feeds.Parsing.FeedParser.Parse(File.ReadAllBytes(path), null, null).Entries.Count > 0;
}
