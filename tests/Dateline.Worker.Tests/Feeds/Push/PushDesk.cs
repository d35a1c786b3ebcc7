using System.Security.Cryptography;
using System.Text;
using Dateline.Worker.Feeds;
using Dateline.Worker.Feeds.Push;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dateline.Worker.Tests.Feeds.Push;

/// <summary>The callback on a real Kestrel over a test's database, with everything about feeds behind it.</summary>
internal sealed class PushDesk : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly WebFetcher web;
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler());

    private PushDesk(TestDatabase database, WebApplication app, WebFetcher web) => (Database, this.app, this.web) = (database, app, web);

    public TestDatabase Database { get; }

    public static string Rss(params int[] items) =>
        $"<rss version=\"2.0\"><channel><title>News</title>{string.Concat(items.Select(item => $"<item><guid>{item}</guid><title>Item {item}</title></item>"))}</channel></rss>";

    public static async Task<PushDesk> Open(int maxFeedBytes = 1 << 20)
    {
        var database = await TestDatabase.Create();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Push:CallbackAddress"] = "https://us.example/websub/" });
        var web = Web.Fetcher();
        builder.Services.AddSingleton<TimeProvider>(database.Time).AddSingleton(database.Feeds).AddSingleton(database.Polls).AddSingleton(database.Subscriptions).AddSingleton(database.Turns)
            .AddFetching(builder.Configuration)
            .AddSingleton(Web.Options(options => options.MaxFeedBytes = maxFeedBytes))
            .AddSingleton(web)
            .AddFeeds(builder.Configuration);
        var desk = new PushDesk(database, builder.Build(), web);
        desk.app.MapPush();
        await desk.app.StartAsync();
        return desk;
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>A feed that names these hubs, polled once, not leased.</summary>
    public async Task<FeedRow> AddFeed(string hubs = "https://hub.example/", string url = "https://news.example/feed")
    {
        var feed = await Database.ClaimNewFeed(url);
        var now = Database.Time.GetUtcNow();
        var update = Some.Update(feed, now) with { Etag = "\"v1\"", LastModified = "then", BodyHash = "ff", Rhythm = FeedRhythm.Unknown.After(null, now, 2, 2).Write(), Hubs = hubs, Topic = "https://news.example/topic" };
        await Database.Polls.Complete(feed, update, [], null, null, CancellationToken.None);
        return await Feed(feed.Id);
    }

    public async Task<FeedRow> Feed(long id) => (await Database.Feeds.List(CancellationToken.None)).Single(feed => feed.Id == id);

    /// <summary>The feed's subscription, asked for a moment ago, or as another state says.</summary>
    public async Task<SubscriptionRow> Subscribe(FeedRow feed, string state = SubscriptionRow.Active)
    {
        await Database.Subscriptions.Reconcile("https://us.example/websub", CancellationToken.None);
        var now = Database.Time.GetUtcNow();
        var row = (await Database.Subscriptions.OfFeed(feed.Id, CancellationToken.None))!;
        var after = state == SubscriptionRow.Active ? SubscriptionPlan.Verified(row, 86_400, TimeSpan.FromDays(1), now, 0) : row with { State = state, Attempts = 1 };
        await Database.Subscriptions.HeardFromHub(row, after, CancellationToken.None);
        return (await Database.Subscriptions.ByToken(row.Token, CancellationToken.None))!;
    }

    public Task<SubscriptionRow?> Now(SubscriptionRow row) => Database.Subscriptions.ByToken(row.Token, CancellationToken.None);

    public async Task<(int Status, string Body)> Ask(string token, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{app.Urls.First()}/websub/{token}?{query}");
        using var response = await client.SendAsync(request, CancellationToken.None);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Pushes the body, signed with the secret unless a signature is given.</summary>
    public async Task<int> Push(SubscriptionRow row, string body, string? signature = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/rss+xml");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{app.Urls.First()}/websub/{row.Token}") { Content = content };
        request.Headers.TryAddWithoutValidation("X-Hub-Signature", signature ?? "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(row.Secret), bytes)));
        using var response = await client.SendAsync(request, CancellationToken.None);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        web.Dispose();
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }
}
