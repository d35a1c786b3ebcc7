using Dateline.Worker.Feeds;
using Dateline.Worker.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Tests.Support;

/// <summary>The real poller over the real fetcher and a test's database.</summary>
internal static class Pollers
{
    public static FeedPoller Create(TestDatabase database, WebFetcher web, NetworkWatch? network = null)
    {
        var (http, feeds) = (Web.Options(), Options.Create(new FeedOptions()));
        var gate = new HostGate(http, database.Time);
        return new FeedPoller(
            new FeedFetcher(web, http, database.Time), database.Feeds, database.Polls, gate, network ?? new NetworkWatch(database.Time, NullLogger<NetworkWatch>.Instance),
            new FeedArchive(web, gate, database.Polls, http, feeds, database.Time), feeds, database.Time, NullLogger<FeedPoller>.Instance);
    }
}
