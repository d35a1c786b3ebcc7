using Dapper;
using Dateline.Worker.IntegrationTests.Servers;
using Microsoft.Data.Sqlite;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>Servers that hang, drip, reset, half-close, lie and lead in circles, and names without an address, in a running worker.</summary>
[Collection(SharedServers.Name)]
public class BadHostsTests
{
    private const int OfEachKind = 4;

    /// <summary>A good feed that had to wait for one that hangs would wait for so long at least.</summary>
    private const int AttemptSeconds = 8;

    private static readonly Dictionary<string, string> Stated = new()
    {
        ["hangs"] = "No complete answer",
        ["drips"] = "No complete answer",
        ["resets"] = "127.0.1.",
        ["half-closes"] = "127.0.1.",
        ["lies on its length"] = "127.0.1.",
        ["redirects to itself"] = "redirects",
        ["has no address"] = "has no address",
    };

    [Fact]
    public async Task BadHosts_DelayNobodyAndEndInAStatedOutcome()
    {
        await using var bad = BadHosts.Start(OfEachKind);
        var (longest, errors) = await Watch(bad, places: 64, TimeSpan.FromSeconds(20));
        Assert.InRange(longest, 0, AttemptSeconds - 1);
        Assert.All(bad.Feeds, feed => Assert.Contains(Stated[feed.Manner], errors.GetValueOrDefault(feed.Feed.AbsoluteUri) ?? $"{feed.Feed} ({feed.Manner}) says nothing", StringComparison.Ordinal));
    }

    /// <summary>The control: one poll at a time, and a server that hangs holds up everybody.</summary>
    [Fact]
    public async Task BadHosts_OnePlaceForAll_DelayTheOthers()
    {
        await using var bad = BadHosts.Start(OfEachKind);
        var (longest, _) = await Watch(bad, places: 1, TimeSpan.FromSeconds(12));
        Assert.True(longest > AttemptSeconds, $"{longest:0.0} s");
    }

    /// <summary>The longest time, in seconds, that a good feed was not asked for, and what stands in the rows of the others.</summary>
    private static async Task<(double Longest, Dictionary<string, string?> Errors)> Watch(BadHosts bad, int places, TimeSpan length)
    {
        await using var site = await LiveSite.Start(feeds: 20, hosts: 10);
        await using var dateline = new Support.Dateline(
        [
            ("Feeds__Concurrency", $"{places}"), ("Http__AttemptTimeoutSeconds", $"{AttemptSeconds}"), ("Http__TotalTimeoutSeconds", $"{AttemptSeconds * 2 + 1}"), ("Articles__FetchPages", "false"), .. FaultScene.Often,
        ]);
        await dateline.Run("feeds", "import", dateline.WriteFeedList([.. site.Feeds.Zip(bad.Feeds, (good, other) => new[] { good, other.Feed }).SelectMany(pair => pair), .. bad.Feeds.Skip(site.Feeds.Count).Select(feed => feed.Feed)]));
        await using var worker = await dateline.StartService();
        // the first polls of a process are its slowest; with one place the first round does not end
        for (var waited = 0; waited < 100 && !site.AllAskedSince(0); waited++)
            await Task.Delay(100);
        var start = site.Now;
        await Task.Delay(length);

        var longest = Enumerable.Range(0, site.Feeds.Count).Max(feed =>
        {
            double[] times = [start, .. site.Visits.Where(visit => visit.Feed == feed && visit.Start > start).Select(visit => visit.Start).Order(), site.Now];
            return times.Zip(times.Skip(1), (one, next) => next - one).Max() / 1_000;
        });
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(dateline.Folder, "dateline.db")};Mode=ReadOnly;Pooling=false");
        var rows = await connection.QueryAsync<(string Url, string? Error)>("select url, last_error from feeds");
        return (longest, rows.ToDictionary(row => row.Url, row => row.Error));
    }
}
