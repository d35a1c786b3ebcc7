using System.CommandLine;
using Dateline.Worker.Feeds;
using Dateline.Worker.Storage;
using Spectre.Console;

namespace Dateline.Worker.Cli;

/// <summary><c>feeds check</c>: asks feeds now and says what they answer, without storing anything.</summary>
internal static class FeedsCheckVerb
{
    public static Command Create()
    {
        var which = new Argument<string[]>("feed") { Description = "Ids or addresses; all feeds without one.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--jsonl") { Description = "One JSON object a line." };
        return new Command("check", "Ask feeds now and say what they answer; nothing is stored.") { which, json }.With(async (host, parsed, cancellationToken) =>
        {
            var addresses = await Addresses(host.Services.GetRequiredService<FeedStore>(), parsed.GetValue(which) ?? [], cancellationToken);
            var discovery = host.Services.GetRequiredService<FeedDiscovery>();
            var results = new (string Url, DiscoveryResult Result)[addresses.Count];
            await CliProgress.Run(async progress =>
            {
                var step = progress.Start("Checking feeds", addresses.Count);
                await Parallel.ForAsync(0, addresses.Count, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = cancellationToken }, async (i, token) =>
                {
                    results[i] = (addresses[i], WebUri.TryAbsolute(addresses[i], out var url)
                        ? await discovery.Discover(url, null, token)
                        : new DiscoveryResult([], "no address"));
                    step.Advance();
                });
            });
            Write(results, parsed.GetValue(json));
            return results.Any(result => result.Result.Feeds.Count == 0) ? CommandLine.SomeFailed : CommandLine.Done;
        });
    }

    private static async Task<IReadOnlyList<string>> Addresses(FeedStore store, string[] which, CancellationToken cancellationToken)
    {
        if (which.Length == 0)
            return [.. (await store.List(cancellationToken)).Select(feed => feed.Url)];
        var addresses = new List<string>();
        foreach (var text in which)
        {
            var known = await store.Find(text, cancellationToken);
            addresses.AddRange(known.Count > 0 ? known.Select(feed => feed.Url) : [text]);
        }

        return addresses;
    }

    private static void Write((string Url, DiscoveryResult Result)[] results, bool json)
    {
        if (json)
        {
            foreach (var (url, result) in results)
                Console.WriteLine(JsonLines.Write(new { url, ok = result.Feeds.Count > 0, feeds = result.Feeds, reason = result.Reason }));
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("feed", "answer");
        foreach (var (url, result) in results)
            table.AddRow(new Text(url), new Text(result.Feeds.Count > 0 ? $"{result.Feeds[0].Format} with {result.Feeds[0].Entries} entries" : result.Reason ?? ""));
        AnsiConsole.Write(table);
    }
}
