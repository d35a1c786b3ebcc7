using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.Storage;

namespace Dateline.Worker.IntegrationTests;

/// <summary>Articles that several workers place in their stories at the same time.</summary>
[Collection(SharedServers.Name)]
public class StoryPlacesTests(ServersFixture servers)
{
    private static readonly byte[] Signature = new byte[256];

    [Fact]
    public async Task Place_CopiesAtOnce_AreOneStoryOfEverySize()
    {
        await using var database = await Open();
        var store = new StoryStore(database, TimeProvider.System);
        // each shares a band with the first alone: nothing but their story has them wait for each other
        await Place(store, "first", [.. Enumerable.Range(0, 40).Select(band => (long)band)]);

        var places = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Place(store, $"copy {number}", [number, 1_000 + number])));

        Assert.All(places, place => Assert.Equal(("first", "first"), (place.StoryId, place.FirstArticleId)));
        Assert.Equal(Enumerable.Range(2, 40), places.Select(place => place.Size).Order());
    }

    [Fact]
    public async Task Place_NewCopiesAtOnce_AreOneStory()
    {
        await using var database = await Open();
        var store = new StoryStore(database, TimeProvider.System);

        // in either order: locks that were taken as they come would wait for each other
        var places = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Place(store, $"copy {number}", number % 2 == 0 ? [1, 2, 3] : [3, 2, 1])));

        Assert.Single(places.Select(place => place.StoryId).Distinct());
        Assert.Equal(Enumerable.Range(1, 40), places.Select(place => place.Size).Order());
    }

    [Fact]
    public async Task Place_WhileAnotherIsPlaced_WaitsOnlyForOneThatMayBeItsCopy()
    {
        await using var database = await Open();
        var store = new StoryStore(database, TimeProvider.System);
        await Place(store, "first", [1, 2]);
        using var reached = new SemaphoreSlim(0);
        using var release = new SemaphoreSlim(0);
        var held = Task.Run(() => Place(store, "held", [2, 3], _ =>
        {
            reached.Release();
            release.Wait(TimeSpan.FromSeconds(30));
            return false;
        }));
        await reached.WaitAsync();

        var copy = Place(store, "copy", [3, 4]);
        var other = await Place(store, "other", [5, 6]);
        var copyWaited = !copy.IsCompleted;
        release.Release();

        Assert.True(copyWaited);
        Assert.Equal(("other", "held", "held"), (other.StoryId, (await held).StoryId, (await copy).StoryId));
    }

    private async Task<Database> Open()
    {
        var database = Database.Open(new StorageOptions { PostgreSql = await servers.PostgreSql.CreateDatabase() });
        await Migrator.Migrate(database, CancellationToken.None);
        return database;
    }

    private static Task<StoryPlace> Place(StoryStore store, string article, long[] bands, Func<byte[], bool>? isSimilar = null) =>
        store.Place(article, Signature, bands, isSimilar ?? (_ => true), TimeSpan.FromDays(1), CancellationToken.None);
}
