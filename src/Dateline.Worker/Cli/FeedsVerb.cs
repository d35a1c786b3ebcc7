using System.CommandLine;
using System.Globalization;
using Dateline.Worker.Feeds;
using Dateline.Worker.Feeds.Push;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Dateline.Worker.Cli;

/// <summary><c>feeds</c>: the list of feeds and what is known of each.</summary>
internal static class FeedsVerb
{
    public static Command Create()
    {
        var command = new Command("feeds", "Manage the feeds.") { FeedsAddVerb.Create(), FeedsSetVerb.Create(), List(), Remove(), Import(), Export(), FeedsCheckVerb.Create(), Explain() };
        return command;
    }

    /// <summary>An action on the opened feed store.</summary>
    public static Command With(
        this Command command, Func<WebApplication, ParseResult, CancellationToken, Task<int>> action)
    {
        var settings = new Settings().AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = WorkerHost.Build(settings.Of(parsed), service: false);
            await Migrator.Migrate(host.Services.GetRequiredService<Database>(), cancellationToken);
            return await action(host, parsed, cancellationToken);
        });
        return command;
    }

    private static Command List()
    {
        var json = new Option<bool>("--jsonl") { Description = "One JSON object a line." };
        return new Command("list", "List the feeds with their health.") { json }.With(async (host, parsed, cancellationToken) =>
        {
            var feeds = await host.Services.GetRequiredService<FeedStore>().List(cancellationToken);
            if (parsed.GetValue(json))
            {
                foreach (var feed in feeds)
                    Console.WriteLine(JsonLines.Write(FeedView.Of(feed)));
                return CommandLine.Done;
            }

            var table = new Table().Border(TableBorder.Simple).AddColumns("id", "feed", "title", "health", "every", "next poll", "note");
            foreach (var feed in feeds)
            {
                table.AddRow([.. new[]
                {
                    feed.Id.ToString(CultureInfo.InvariantCulture), feed.Url, feed.Title, feed.Health, FeedView.Words(feed.IntervalMs),
                    UnixTime.FromMilliseconds(feed.NextPollAt).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture), feed.LastError ?? "",
                }.Select(text => new Text(text))]);
            }

            AnsiConsole.Write(table);
            Console.WriteLine(feeds.Count == 1 ? "1 feed" : $"{feeds.Count} feeds");
            return CommandLine.Done;
        });
    }

    private static Command Remove()
    {
        var feed = new Argument<string>("feed") { Description = "Its id or address." };
        return new Command("remove", "Stop watching a feed.") { feed }.With(async (host, parsed, cancellationToken) =>
        {
            var store = host.Services.GetRequiredService<FeedStore>();
            if (await One(store, parsed.GetValue(feed)!, cancellationToken) is not { } found)
                return CommandLine.SomeFailed;
            await store.Remove(found.Id, cancellationToken);
            Console.WriteLine($"Removed {found.Url}");
            return CommandLine.Done;
        });
    }

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "An OPML file, or - for standard input." };
        return new Command("import", "Add the feeds of an OPML file.") { file }.With(async (host, parsed, cancellationToken) =>
        {
            var name = parsed.GetValue(file)!;
            using var bytes = new MemoryStream();
            await using (var stream = name == "-" ? Console.OpenStandardInput() : File.OpenRead(name))
                await stream.CopyToAsync(bytes, cancellationToken);
            var list = Opml.Read(bytes.ToArray());
            var spread = host.Services.GetRequiredService<IOptions<FeedOptions>>().Value.FirstPollSpread(list.Feeds.Count);
            var added = await host.Services.GetRequiredService<FeedStore>().Add(list.Feeds, spread, cancellationToken);
            Console.WriteLine($"{added} feeds added, {list.Feeds.Count - added} were there already, {list.BadAddresses} had no http or https address");
            if (list.Feeds.Count > 0)
                return CommandLine.Done;
            await Console.Error.WriteLineAsync($"{name} holds no feeds: an OPML list has <outline xmlUrl=\"...\"> elements.");
            return CommandLine.SomeFailed;
        });
    }

    private static Command Export() =>
        new Command("export", "Write the feeds as OPML to standard output.").With(async (host, _, cancellationToken) =>
        {
            OpmlWriter.Write(Console.Out, await host.Services.GetRequiredService<FeedStore>().List(cancellationToken));
            Console.WriteLine();
            return CommandLine.Done;
        });

    private static Command Explain()
    {
        var feed = new Argument<string>("feed") { Description = "Its id, address or part of its title." };
        return new Command("explain", "Say why a feed is polled when it is.") { feed }.With(async (host, parsed, cancellationToken) =>
        {
            if (await One(host.Services.GetRequiredService<FeedStore>(), parsed.GetValue(feed)!, cancellationToken) is not { } found)
                return CommandLine.SomeFailed;
            var subscription = await host.Services.GetRequiredService<SubscriptionStore>().OfFeed(found.Id, cancellationToken);
            FeedView.Write(found, subscription, host.Services.GetRequiredService<IOptions<PushOptions>>().Value.IsOn, TimeProvider.System.GetUtcNow());
            return CommandLine.Done;
        });
    }

    public static async Task<FeedRow?> One(FeedStore store, string text, CancellationToken cancellationToken)
    {
        var found = await store.Find(text, cancellationToken);
        if (found.Count == 1)
            return found[0];
        await Console.Error.WriteLineAsync(found.Count == 0
            ? $"No feed is known as {text}; see: dateline feeds list"
            : $"{text} could be any of {found.Count} feeds; name one by its id: {string.Join(", ", found.Take(10).Select(feed => $"{feed.Id} {feed.Title}"))}");
        return null;
    }
}
