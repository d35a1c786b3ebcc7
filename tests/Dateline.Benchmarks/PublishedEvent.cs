using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Storage;

namespace Dateline.Benchmarks;

/// <summary>An article's event as the worker stores it, about 4 KB, as many times as are wanted.</summary>
internal static class PublishedEvent
{
    public static readonly string[] Keys = ["conflict.asia.western-asia.iq.en", "conflict.europe.western-europe.fr.en"];

    public static byte[] Body() => JsonSerializer.SerializeToUtf8Bytes(
        new ArticleTagged
        {
            ArticleId = Guid.NewGuid(), Revision = 1, Sequence = 1, Url = "https://news.example/2026/article", CanonicalUrl = "https://news.example/2026/article",
            Title = "A headline of the usual length about something that happened", Summary = "Two sentences say what it is about. They are short.",
            Text = string.Join("\n\n", Enumerable.Repeat("A paragraph of a news article has some fifty words, give or take, and tells one thing after the other until it is told, with names and numbers and places in between.", 18)),
            FirstSeen = TimeProvider.System.GetUtcNow(), Language = "en", Feed = new ArticleFeed(1, "A feed", "https://news.example/feed", "https://news.example/"), RoutingKeys = Keys,
        },
        JsonSerializerOptions.Web);

    public static Task Fill(Database database, byte[] body, int events) => database.Write(async (connection, transaction) =>
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        for (var number = 0; number < events; number++)
        {
            await OutboxStore.Insert(connection, transaction, new OutboxRow
            {
                Id = Guid.NewGuid().ToString(), RoutingKeys = JsonSerializer.Serialize(Keys), Body = System.Text.Encoding.UTF8.GetString(body), CreatedAt = now,
            }, CancellationToken.None);
        }

        return 0;
    }, CancellationToken.None);
}
