using System.Diagnostics;
using Dapper;
using Dateline.Worker.Articles.Stories;
using Dateline.Worker.Storage;

namespace Dateline.Benchmarks;

/// <summary>
/// How long it takes to find an article's story among many: a window full of signatures in SQLite, then articles placed in it, half of them copies of
/// what is there. The limit is 2 ms.
/// </summary>
internal static class StoriesBenchmark
{
    private const int Placed = 4_000;

    public static async Task Run(int articles)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-stories");
        try
        {
            await using var database = Database.Open(new StorageOptions { DataFolder = folder.FullName });
            await Migrator.Migrate(database, CancellationToken.None);
            var began = Stopwatch.GetTimestamp();
            await Fill(database, articles);
            Console.WriteLine(FormattableString.Invariant($"{articles} articles in the window after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));

            var store = new StoryStore(database, TimeProvider.System);
            var random = new Random(7);
            var times = new List<double>();
            var found = 0;
            for (var number = 0; number < Placed; number++)
            {
                // every other one is a copy of what is stored, a fifth of its words changed in place
                var signature = MinHash.FromBytes(Bytes(number % 2 == 0 ? random.Next(articles) : articles + number, number % 2 == 0 ? 0.2 : 0));
                began = Stopwatch.GetTimestamp();
                var place = await store.Place(
                    Guid.NewGuid().ToString(), signature.Bytes.ToArray(), signature.BandHashes(), stored => signature.Similarity(MinHash.FromBytes(stored)) >= 0.5,
                    TimeSpan.FromDays(7), CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                found += place.Size > 1 ? 1 : 0;
            }

            times.Sort();
            Console.WriteLine(FormattableString.Invariant(
                $"placed {Placed}, {found} of {Placed / 2} copies found: p50 {times[Placed / 2]:0.00} ms, p99 {times[Placed * 99 / 100]:0.00} ms; database {new FileInfo(Path.Combine(folder.FullName, "dateline.db")).Length / 1e6:0} MB"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The values that an article's signature has: random, the same for the same number; a share of them replaced.</summary>
    private static byte[] Bytes(int article, double replaced)
    {
        var bytes = new byte[MinHash.Functions * 2];
        new Random(article).NextBytes(bytes);
        var random = new Random(article + 1_000_000_007);
        for (var i = 0; i < MinHash.Functions; i++)
        {
            if (random.NextDouble() < replaced)
                bytes[i * 2] ^= 1;
        }

        return bytes;
    }

    /// <summary>Straight into the tables, in the order of the index.</summary>
    private static async Task Fill(Database database, int articles)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var bands = new (long Band, int No)[articles * MinHash.Bands];
        for (var start = 0; start < articles; start += 10_000)
        {
            await database.Write(async (connection, transaction) =>
            {
                for (var number = start; number < Math.Min(articles, start + 10_000); number++)
                {
                    var signature = MinHash.FromBytes(Bytes(number, 0));
                    var id = new Guid(number, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]).ToString();
                    await connection.ExecuteAsync(
                        "insert into stories (no, article_id, story_id, signature, seen_at) values (@no, @id, @id, @bytes, @now)",
                        new { no = number + 1, id, bytes = signature.Bytes.ToArray(), now }, transaction);
                    var hashes = signature.BandHashes();
                    for (var band = 0; band < hashes.Length; band++)
                        bands[(number * MinHash.Bands) + band] = (hashes[band], number + 1);
                }

                return 0;
            }, CancellationToken.None);
        }

        Array.Sort(bands);
        foreach (var chunk in bands.Chunk(100_000))
        {
            await database.Write(async (connection, transaction) =>
            {
                foreach (var rows in chunk.Chunk(500))
                    await connection.ExecuteAsync($"insert or ignore into story_bands (band, no) values {string.Join(',', rows.Select(row => FormattableString.Invariant($"({row.Band},{row.No})")))}", null, transaction);
                return 0;
            }, CancellationToken.None);
        }
    }
}
