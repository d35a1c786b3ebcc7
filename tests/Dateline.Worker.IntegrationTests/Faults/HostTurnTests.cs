using System.Diagnostics;
using Dateline.Worker.Http;
using Dateline.Worker.Http.Limits;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>Two workers' gates over one PostgreSQL.</summary>
[Collection(SharedServers.Name)]
public class HostTurnTests(ServersFixture servers)
{
    private const string Host = "news.example.org";

    [Fact]
    public async Task Take_BusyHost_IsRefusedUntilTheOtherLeaves()
    {
        await using var pair = await Pair.Open(servers, new HttpOptions { HostSpacingMilliseconds = 0, HostConcurrency = 1 });
        await using (var first = await pair.One.Take(Host, CancellationToken.None))
        {
            Assert.True(first.IsTaken);
            var refused = await pair.Other.Take(Host, CancellationToken.None);
            Assert.Equal((false, 0.25), (refused.IsTaken, refused.Wait.TotalSeconds));
            Assert.True((await pair.Other.Take("elsewhere.example.com", CancellationToken.None)).IsTaken);
        }

        Assert.True((await pair.Other.Take(Host, CancellationToken.None)).IsTaken);
    }

    [Fact]
    public async Task Take_SameHost_IsSpacedOverBoth()
    {
        await using var pair = await Pair.Open(servers, new HttpOptions { HostSpacingMilliseconds = 1_000, HostConcurrency = 64 });
        var clock = Stopwatch.StartNew();
        var starts = new List<double>();
        for (var turn = 0; turn < 12; turn++)
        {
            await using var taken = await (turn % 2 == 0 ? pair.One : pair.Other).Take(Host, CancellationToken.None);
            if (taken.IsTaken)
                starts.Add((clock.Elapsed + taken.Wait).TotalSeconds);
        }

        // none starts more than three seconds from now, so most of twelve are refused
        Assert.InRange(starts.Count, 3, 7);
        Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0.6, 2));
    }

    [Fact]
    public async Task Leave_AfterTheDomainAskedForAPause_KeepsTheOtherAwayFromAllItsHosts()
    {
        await using var pair = await Pair.Open(servers, new HttpOptions { HostSpacingMilliseconds = 0 });
        await using (await pair.One.Take(Host, CancellationToken.None))
        {
            pair.Gate.Pause(Host, TimeSpan.FromMinutes(5));
            pair.Gate.Pause(HostGate.DomainKey(PublicSuffixes.RegistrableDomain(Host)), TimeSpan.FromMinutes(4));
        }

        var (host, sibling) = (await pair.Other.Take(Host, CancellationToken.None), await pair.Other.Take("www.example.org", CancellationToken.None));
        Assert.Equal((false, 5.0, false, 4.0), (host.IsTaken, Math.Round(host.Wait.TotalMinutes, 1), sibling.IsTaken, Math.Round(sibling.Wait.TotalMinutes, 1)));
        Assert.True((await pair.Other.Take("example.com", CancellationToken.None)).IsTaken);
    }

    [Fact]
    public async Task Take_OfAWorkerThatDied_EndsByItself()
    {
        await using var pair = await Pair.Open(servers, new HttpOptions { HostSpacingMilliseconds = 0, HostConcurrency = 1 });
        var request = new HostTurnRequest(Host, "*.example.org", TimeSpan.Zero, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(200), 1);
        Assert.NotNull((await pair.Store.Take(request, CancellationToken.None)).Visit);
        Assert.Null((await pair.Store.Take(request, CancellationToken.None)).Visit);
        await Task.Delay(TimeSpan.FromMilliseconds(400));
        Assert.NotNull((await pair.Store.Take(request, CancellationToken.None)).Visit);
    }

    [Fact]
    public async Task Take_ManyAtOnceByBoth_GivesAsManyAsMayAsk()
    {
        await using var pair = await Pair.Open(servers, new HttpOptions { HostSpacingMilliseconds = 0, HostConcurrency = 7 });
        var turns = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() => pair.Store.Take(
            new HostTurnRequest(Host, "*.example.org", TimeSpan.Zero, HostGate.Patience, TimeSpan.FromMinutes(1), 7), CancellationToken.None))));
        Assert.Equal(7, turns.Count(turn => turn.Visit is not null));
    }

    private sealed class Pair : IAsyncDisposable
    {
        private readonly Database database;

        private Pair(Database database, IOptions<HttpOptions> options)
        {
            this.database = database;
            Store = new HostTurnStore(database);
            Gate = new HostGate(options, TimeProvider.System);
            One = new HostTurns(Gate, Store, options);
            Other = new HostTurns(new HostGate(options, TimeProvider.System), Store, options);
        }

        public HostTurnStore Store { get; }

        /// <summary>Of <see cref="One"/>.</summary>
        public HostGate Gate { get; }

        public HostTurns One { get; }

        public HostTurns Other { get; }

        public static async Task<Pair> Open(ServersFixture servers, HttpOptions options)
        {
            var database = Database.Open(new StorageOptions { PostgreSql = await servers.PostgreSql.CreateDatabase() });
            await Migrator.Migrate(database, CancellationToken.None);
            return new Pair(database, Options.Create(options));
        }

        public ValueTask DisposeAsync() => database.DisposeAsync();
    }
}
