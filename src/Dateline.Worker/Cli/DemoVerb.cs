using System.CommandLine;
using Dateline.Worker.Demo;
using Dateline.Worker.Storage;
using MassTransit;
using Spectre.Console;

namespace Dateline.Worker.Cli;

/// <summary><c>demo</c>: the real worker on a small built-in news site, without a network and without a trace left behind.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var seconds = new Option<int?>("--seconds") { Description = "End by itself after so many seconds.", HelpName = "N" };
        var command = new Command("demo", "Watch the worker at work on a small built-in news site, without a network.") { seconds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (parsed.GetValue(seconds) is { } limit)
                end.CancelAfter(TimeSpan.FromSeconds(limit));
            var folder = Directory.CreateTempSubdirectory("dateline-demo");
            try
            {
                await Run(folder.FullName, end.Token);
                return CommandLine.Done;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task Run(string folder, CancellationToken cancellationToken)
    {
        await using var site = await DemoSite.Start(TimeProvider.System, cancellationToken);
        Console.WriteLine($"A news site of {DemoFeed.All.Count} feeds runs at {site.Address}; the worker knows nothing of it but its feed list.");
        Console.WriteLine("One feed moves, one breaks, one is malformed, one publishes while you watch. Ctrl+C ends with a summary.");
        Console.WriteLine();

        await using var worker = WorkerHost.Build(Settings(folder));
        var tally = ActivatorUtilities.CreateInstance<EventTally>(worker.Services);
        worker.Services.GetRequiredService<IBus>().ConnectPublishObserver(tally);
        await Service.Prepare(worker, cancellationToken);
        await worker.Services.GetRequiredService<FeedStore>().Add(site.Feeds, TimeSpan.FromSeconds(4), cancellationToken);
        await Service.Run(worker, cancellationToken);
        await Summarise(worker, tally);
    }

    /// <summary>Minutes become seconds, so that there is something to see; the site is the only private address allowed.</summary>
    private static Dictionary<string, string?> Settings(string folder) => new()
    {
        ["Storage:DataFolder"] = folder,
        ["Storage:PostgreSql"] = null,
        ["Publishing:RabbitMq"] = null,
        ["Feeds:File"] = "",
        ["Feeds:MinIntervalMinutes"] = "0.1",
        ["Feeds:InitialIntervalMinutes"] = "0.1",
        ["Feeds:MaxIntervalMinutes"] = "0.15",
        ["Http:AllowedNetworks:0"] = "127.0.0.1/32",
        ["Http:HostSpacingMilliseconds"] = "100",
    };

    private static async Task Summarise(WebApplication worker, EventTally tally)
    {
        var feeds = await worker.Services.GetRequiredService<FeedStore>().List(CancellationToken.None);
        var unpublished = await worker.Services.GetRequiredService<OutboxStore>().Count(CancellationToken.None);
        Console.WriteLine();
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "").HideHeaders();
        table.AddRow("feeds", string.Join(", ", feeds.GroupBy(feed => feed.Health).Select(group => $"{group.Count()} {group.Key}")));
        table.AddRow("events published", $"{tally.Events}");
        table.AddRow("still to publish", $"{unpublished.Waiting}");
        table.AddRow("topics", string.Join(", ", tally.Topics.Select(pair => $"{pair.Key} {pair.Value}")));
        table.AddRow("countries in focus", string.Join(", ", tally.Countries.Select(pair => $"{pair.Key} {pair.Value}")));
        AnsiConsole.Write(table);
        Console.WriteLine("With the news of the world instead: dateline run");
    }
}
