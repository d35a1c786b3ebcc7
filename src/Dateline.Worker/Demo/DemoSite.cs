using System.Collections.Concurrent;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Demo;

/// <summary>A small news site on loopback: feeds in every format, their articles, and the faults of real ones.</summary>
internal sealed class DemoSite(WebApplication server, TimeProvider time) : IAsyncDisposable
{
    /// <summary>How often the live feed has something new.</summary>
    private static readonly TimeSpan LivePace = TimeSpan.FromSeconds(6);

    private readonly IReadOnlyList<DemoArticle> articles = DemoArticle.ReadAll();
    private readonly DateTimeOffset started = time.GetUtcNow();
    private readonly ConcurrentDictionary<string, int> requests = new(StringComparer.Ordinal);

    public string Address { get; private set; } = "";

    public IReadOnlyList<NewFeed> Feeds =>
        [.. DemoFeed.All.Select(feed => new NewFeed(Address + feed.ListedPath, feed.Title, feed.Country, feed.Language))];

    public static async Task<DemoSite> Start(TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var site = new DemoSite(server, time);
        site.Map();
        await server.StartAsync(cancellationToken);
        site.Address = server.Urls.First();
        return site;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void Map()
    {
        foreach (var feed in DemoFeed.All)
        {
            server.MapGet(feed.Path, () => Answer(feed));
            if (feed.Behaviour == DemoBehaviour.Moves)
                server.MapGet(feed.ListedPath, () => Results.Redirect(Address + feed.Path, permanent: true));
        }

        server.MapGet("/articles/{slug}", (string slug) => articles.FirstOrDefault(article => article.Slug == slug) is { } article
            ? Results.Content(DemoPages.Write(article, Address), "text/html; charset=utf-8")
            : Results.NotFound());
    }

    private IResult Answer(DemoFeed feed)
    {
        var request = requests.AddOrUpdate(feed.Name, 1, (_, count) => count + 1);
        if (feed.Behaviour == DemoBehaviour.Breaks && request == 2)
            return Results.Text("The database is on holiday.", statusCode: 404);

        var (text, contentType) = DemoDocuments.Write(feed, Entries(feed), Address);
        return Results.Text(text, contentType);
    }

    /// <summary>The newest first, as feeds have them; the live feed's come while one watches.</summary>
    private DemoEntry[] Entries(DemoFeed feed)
    {
        var own = articles.Where(article => article.Feed == feed.Name).ToArray();
        if (feed.Behaviour != DemoBehaviour.Live)
            return [.. own.Select((article, index) => new DemoEntry(article, started.AddMinutes((-7 * index) - 3)))];
        return
        [
            .. own.Select((article, index) => new DemoEntry(article, started + (LivePace * index)))
                .Where(entry => entry.Published <= time.GetUtcNow()).Reverse(),
        ];
    }
}
