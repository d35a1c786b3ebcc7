using Dateline.Worker.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Worker.Tests.Support;

/// <summary>A SQLite database with the schema, in a folder of its own, at a time that the test moves.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo folder;

    private TestDatabase(DirectoryInfo folder)
    {
        this.folder = folder;
        Database = Database.Open(new StorageOptions { DataFolder = folder.FullName });
        Feeds = new FeedStore(Database, Time);
        Polls = new PollStore(Database, Time);
        Articles = new ArticleStore(Database, Time);
        Subscriptions = new SubscriptionStore(Database, Time);
        Outbox = new OutboxStore(Database, Time);
        SetAside = new SetAsideStore(Database, Time);
        Turns = new HostTurnStore(Database);
    }

    public FakeTimeProvider Time { get; } = new(Some.Now);

    public Database Database { get; }

    public FeedStore Feeds { get; }

    public PollStore Polls { get; }

    public ArticleStore Articles { get; }

    public SubscriptionStore Subscriptions { get; }

    public OutboxStore Outbox { get; }

    public SetAsideStore SetAside { get; }

    public HostTurnStore Turns { get; }

    public string Folder => folder.FullName;

    public static async Task<TestDatabase> Create()
    {
        var database = new TestDatabase(Directory.CreateTempSubdirectory("dateline-test"));
        await Migrator.Migrate(database.Database, CancellationToken.None);
        return database;
    }

    /// <summary>Adds a feed and claims it.</summary>
    public async Task<FeedRow> ClaimNewFeed(string url = "https://news.example/feed")
    {
        await Feeds.Add([new NewFeed(url)], TimeSpan.Zero, CancellationToken.None);
        return Assert.Single(await Feeds.Claim(await Feeds.IdsOf([url], CancellationToken.None), TimeSpan.FromMinutes(3), CancellationToken.None));
    }

    /// <summary>Ends the feed's poll with these entries; claims it again for the next.</summary>
    public async Task<(StoredPoll Stored, FeedRow Feed)> Poll(FeedRow feed, params CandidateArticle[] candidates)
    {
        var stored = await Polls.Complete(feed, Some.Update(feed, Time.GetUtcNow()), candidates, null, null, CancellationToken.None);
        return (stored, Assert.Single(await Feeds.Claim([feed.Id], TimeSpan.FromMinutes(3), CancellationToken.None)));
    }

    /// <summary>Rows of a table.</summary>
    public Task<long> Count(string table) => Database.Read(async connection =>
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from {table}";
        return (long)(await command.ExecuteScalarAsync())!;
    }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
