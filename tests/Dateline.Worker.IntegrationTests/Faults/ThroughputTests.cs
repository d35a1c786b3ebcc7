using System.Diagnostics;
using System.Globalization;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.Tests.Support;
using Npgsql;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>
/// How much one, two and three worker processes do over one PostgreSQL and one RabbitMQ: so many feeds of ten new items each, all due at once, polled,
/// tagged and published. <c>DATELINE_THROUGHPUT_FEEDS=2000 dotnet test tests/Dateline.Worker.IntegrationTests -c Release --filter Throughput</c>;
/// the table is in <c>artifacts/throughput.md</c>. Feeds' site, database and broker take their share of the same cores.
/// </summary>
[Collection(SharedServers.Name)]
public class ThroughputTests(ServersFixture servers)
{
    private const int Items = 10;

    [ThroughputFact]
    public async Task Throughput_OfOneToThreeWorkers()
    {
        List<string> table = ["| workers | feeds | articles | seconds | polls a second | articles a second | each worker's polls |", "| --- | --- | --- | --- | --- | --- | --- |"];
        var file = Path.Combine(Repository.Root, "artifacts", "throughput.md");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        for (var workers = 1; workers <= 3; workers++)
        {
            table.Add(await Measure(workers, ThroughputFactAttribute.Feeds!.Value));
            await File.WriteAllLinesAsync(file, table);
        }
    }

    private async Task<string> Measure(int workers, int feeds)
    {
        await using var site = await LiveSite.Start(feeds, hosts: 200);
        site.Fill(Items);
        var database = await servers.PostgreSql.CreateDatabase();
        await using var group = await WorkerGroup.Start(
            servers.RabbitMq.Address, [.. Enumerable.Repeat(database, workers)], [], ("Http__HostSpacingMilliseconds", "0"), ("Feeds__MinIntervalMinutes", "600"), ("Feeds__InitialIntervalMinutes", "600"), ("Feeds__MaxIntervalMinutes", "600"));
        await using var importer = new Support.Dateline(("Storage__PostgreSql", database), ("Feeds__FirstPollsPerSecond", "1000"), ("Feeds__FirstPollSpreadSeconds", "1"));
        await importer.Run("feeds", "import", importer.WriteFeedList(site.Feeds));

        var start = site.Now;
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from outbox where kind = 'article' and published_at is not null", connection);
        for (var waited = Stopwatch.StartNew(); (long)(await command.ExecuteScalarAsync())! < feeds * Items; await Task.Delay(250))
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(10), $"{workers} workers did not get through {feeds} feeds in 10 minutes.");
        var seconds = (site.Now - Math.Min(start, site.Visits.Min(visit => visit.Start))) / 1_000;
        Assert.Equal(feeds, site.Visits.Count);
        // A busy worker's log arrives behind what it does
        for (var waited = Stopwatch.StartNew(); group.Polls.Sum() < feeds; await Task.Delay(250))
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), $"The logs of {workers} workers tell of {group.Polls.Sum()} polls of {feeds}.");
        return string.Create(CultureInfo.InvariantCulture,
            $"| {workers} | {feeds} | {feeds * Items} | {seconds:0.0} | {feeds / seconds:0} | {feeds * Items / seconds:0} | {string.Join(", ", group.Polls)} |");
    }
}

/// <summary>A measurement, made when <c>DATELINE_THROUGHPUT_FEEDS</c> says with how many feeds.</summary>
public sealed class ThroughputFactAttribute : FactAttribute
{
    public ThroughputFactAttribute()
    {
        if (Feeds is null)
            Skip = "DATELINE_THROUGHPUT_FEEDS is not set.";
    }

    public static int? Feeds => int.TryParse(Environment.GetEnvironmentVariable("DATELINE_THROUGHPUT_FEEDS"), out var feeds) ? feeds : null;
}
