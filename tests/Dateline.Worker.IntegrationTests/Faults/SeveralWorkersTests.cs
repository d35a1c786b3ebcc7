using Dapper;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.Operations;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>Several worker processes over one PostgreSQL and one RabbitMQ.</summary>
[Collection(SharedServers.Name)]
public class SeveralWorkersTests(ServersFixture servers)
{
    private const int Spacing = 400;

    [Fact]
    public async Task ThreeWorkers_ShareTheWorkAndDoNothingTwice()
    {
        await using var site = await LiveSite.Start(feeds: 45, hosts: 15, answerAfter: TimeSpan.FromMilliseconds(200));
        var backlog = await Backlog.Declare(servers.RabbitMq.Address);
        var database = await servers.PostgreSql.CreateDatabase();
        await using var trio = await WorkerGroup.Start(
            servers.RabbitMq.Address, [database, database, database], site.Feeds,
            // a broker that is slow to confirm is sent an event again by its own worker
            // whoever scans first takes all that is due, as far as it has places: with few, much at once is for all of them
            ("Publishing__TimeoutSeconds", "60"), ("Feeds__Concurrency", "4"), ("Feeds__BatchSize", "2"), ("Feeds__MinIntervalMinutes", "0.1"), ("Feeds__InitialIntervalMinutes", "0.1"), ("Feeds__MaxIntervalMinutes", "0.1"));
        site.Publish(20);
        await Task.Delay(TimeSpan.FromSeconds(16));
        await site.FallSilent();
        var silent = site.Now;
        await Until(() => site.AllAskedSince(silent), TimeSpan.FromSeconds(60));

        var tally = Tally.Of(site.HandedOut, await backlog.Read(() => site.HandedOut, TimeSpan.FromSeconds(60)));
        tally.AssertNothingLost(200);
        Assert.True(tally.Repeated == 0, $"Published by two: {tally}\n{trio.Lines(" did not confirm ")}");
        // the interval is 6 s; what a poll's own time and its jitter take off is less than 2
        var shortest = site.Visits.GroupBy(visit => visit.Feed).Min(feed => feed.Order(ByStart).Zip(feed.Order(ByStart).Skip(1), (one, next) => next.Start - one.Start).Min());
        Assert.True(shortest > 4_000, $"A feed was polled twice in {shortest:0} ms.");
        Assert.All(trio.Polls, polls => Assert.True(polls > trio.Polls.Sum() / 10, string.Join(", ", trio.Polls)));
        Assert.Equal(1, await Number(database, "select max(scripts) from (select count(*) as scripts from schemaversions group by scriptname) as each"));
    }

    [Fact]
    public async Task Workers_KilledInTurn_LoseNothing() =>
        (await ReplicasScenario.Run(servers.RabbitMq.Address, await servers.PostgreSql.CreateDatabase(), kills: 6)).AssertNothingLost();

    /// <summary>A host's spacing and concurrency hold for all workers together; the control are three that share no database.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneHost_IsAskedByOneOfThreeWorkersAtATime(bool shared)
    {
        await using var site = await LiveSite.Start(feeds: 24, answerAfter: TimeSpan.FromMilliseconds(250));
        var database = await servers.PostgreSql.CreateDatabase();
        string[] databases = shared ? [database, database, database] : [database, await servers.PostgreSql.CreateDatabase(), await servers.PostgreSql.CreateDatabase()];
        await using var trio = await WorkerGroup.Start(
            servers.RabbitMq.Address, databases, site.Feeds, [("Feeds__BatchSize", "2"), ("Http__HostSpacingMilliseconds", $"{Spacing}"), ("Http__HostConcurrency", "1"), .. FaultScene.Often]);
        // all three look for work each second, and there always is some; the turns are not dealt out evenly, one may get them all
        await Task.Delay(TimeSpan.FromSeconds(8));
        // a busy machine needs longer for as many
        await Until(() => site.Visits.Count > 10, TimeSpan.FromSeconds(60));

        var visits = site.Visits.Order(ByStart).ToArray();
        var most = visits.Max(visit => visits.Count(other => other.Start <= visit.Start && visit.Start < other.End));
        var pace = (visits[^1].Start - visits[0].Start) / (visits.Length - 1);
        // a turn that was waited for may be a little late, and the next in time: over all of them the pace holds
        Assert.True(visits.Length > 10 && shared == (most == 1 && pace > Spacing * 0.95), $"{visits.Length} requests, {most} at once, one in {pace:0} ms");
    }

    [Fact]
    public async Task Retention_ThreeAtOnce_EachRowGoesOnce()
    {
        await using var database = Database.Open(new StorageOptions { PostgreSql = await servers.PostgreSql.CreateDatabase() });
        await Migrator.Migrate(database, CancellationToken.None);
        await database.Write((connection, transaction) => connection.ExecuteAsync("""
            insert into feeds (url, added_at, next_poll_at, last_document_at) values ('http://a.example/', 0, 0, 9000000000000);
            insert into articles (id, feed_id, revision, url, canonical_url, title, summary, content, authors, fingerprint, first_seen_at, last_seen_at, state, due_at)
            select 'a' || n, 1, 1, '', '', '', '', '', '[]', '', 0, n, 'tagged', 0 from generate_series(1, 3000) as n;
            insert into article_keys (key, article_id) select 'k' || n || '-' || i, 'a' || n from generate_series(1, 3000) as n, generate_series(1, 3) as i;
            insert into outbox (id, kind, routing_keys, body, created_at, due_at, published_at) select 'e' || n, 'article', '[]', '{}', n, 0, n from generate_series(1, 3000) as n
            """, transaction: transaction), CancellationToken.None);
        var (outbox, articles) = (new OutboxStore(database, TimeProvider.System), new ArticleStore(database, TimeProvider.System));

        var events = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => outbox.Purge(TimeSpan.FromDays(30), CancellationToken.None)));
        var forgotten = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => articles.Forget(TimeSpan.FromDays(400), CancellationToken.None)));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => new RetentionJob(
            outbox, articles, new HostTurnStore(database), Options.Create(new StorageOptions()), NullLogger<RetentionJob>.Instance).Execute(null!, CancellationToken.None).AsTask()));
        Assert.Equal((3_000, 3_000), (events.Sum(), forgotten.Sum()));
        Assert.Equal(0, await Number(database.ConnectionString, "select (select count(*) from outbox) + (select count(*) from articles) + (select count(*) from article_keys)"));
    }

    private static Comparer<Visit> ByStart { get; } = Comparer<Visit>.Create((one, other) => one.Start.CompareTo(other.Start));

    private static async Task<long> Number(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    private static async Task Until(Func<bool> condition, TimeSpan limit)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); !condition(); await Task.Delay(100))
            Assert.True(waited.Elapsed < limit, "It did not come to pass in time.");
    }
}
