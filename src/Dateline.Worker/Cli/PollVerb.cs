using System.CommandLine;
using Dateline.Worker.Feeds;
using Dateline.Worker.Storage;
using Spectre.Console;

namespace Dateline.Worker.Cli;

/// <summary><c>poll --once</c>: one pass over everything that is due, through to published events, then a summary.</summary>
internal static class PollVerb
{
    public static Command Create()
    {
        var once = new Option<bool>("--once") { Description = "One pass, then end." };
        var opml = new Option<string?>("--opml") { Description = "Poll the feeds of this OPML file.", HelpName = "FILE" };
        var noPages = new Option<bool>("--no-pages") { Description = "Do not fetch article pages: the feed's text has to do." };
        var json = new Option<bool>("--jsonl") { Description = "The summary as one JSON line on standard output." };
        var urls = new Argument<string[]>("url") { Description = "Poll these feeds; without any, what is due in the database.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("poll", "Poll what is due, tag and publish what is new, and say what it came to.") { once, opml, noPages, json, urls };
        var settings = new Settings().AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (!parsed.GetValue(once))
            {
                await Console.Error.WriteLineAsync("poll needs --once; to keep polling: dateline run");
                return CommandLine.WrongUsage;
            }

            var overrides = settings.Of(parsed);
            if (parsed.GetValue(noPages))
                overrides["Articles:FetchPages"] = "false";
            // the lines of the log would tear the progress bar
            if (!Console.IsErrorRedirected)
                overrides.TryAdd("Log:Level", "Error");
            return await Run(overrides, parsed.GetValue(opml), parsed.GetValue(urls) ?? [], parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> Run(
        Dictionary<string, string?> overrides, string? opml, string[] urls, bool json, CancellationToken cancellationToken)
    {
        await using var host = WorkerHost.Build(overrides, service: false);
        await Migrator.Migrate(host.Services.GetRequiredService<Database>(), cancellationToken);
        var feeds = host.Services.GetRequiredService<FeedStore>();
        IReadOnlyList<long>? ids = null;
        if (await Named(opml, urls, cancellationToken) is { } named)
        {
            await feeds.Add(named, TimeSpan.Zero, cancellationToken);
            ids = await feeds.IdsOf(named.Select(feed => feed.Url), cancellationToken);
        }

        var pass = ActivatorUtilities.CreateInstance<PollPass>(host.Services, ActivatorUtilities.CreateInstance<EventPass>(host.Services));
        var summary = await pass.Run(ids, cancellationToken);
        if (json)
            Console.WriteLine(JsonLines.Write(summary));
        else
            Write(summary);
        return summary.Failed > 0 ? CommandLine.SomeFailed : CommandLine.Done;
    }

    private static async Task<IReadOnlyList<NewFeed>?> Named(string? opml, string[] urls, CancellationToken cancellationToken)
    {
        var named = new List<NewFeed>();
        foreach (var url in urls)
        {
            if (!WebUri.TryAbsolute(url, out var address) || address.Scheme is not ("http" or "https"))
                throw new FormatException($"{url} is not an http or https address.");
            named.Add(new NewFeed(address.AbsoluteUri));
        }

        if (opml is not null)
            named.AddRange(Opml.Read(await File.ReadAllBytesAsync(opml, cancellationToken)).Feeds);
        return named.Count == 0 ? null : named;
    }

    private static void Write(PollSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("").AddColumn(new TableColumn("").RightAligned()).HideHeaders();
        table.AddRow("feeds polled", $"{summary.Polled + summary.Unchanged + summary.Failed:N0}");
        table.AddRow("  unchanged", $"{summary.Unchanged:N0}");
        table.AddRow("  failed", $"{summary.Failed:N0}");
        table.AddRow("new articles", $"{summary.NewArticles:N0}");
        table.AddRow("changed articles", $"{summary.ChangedArticles:N0}");
        table.AddRow("events published", $"{summary.Published:N0}");
        table.AddRow("bytes", $"{summary.Bytes:N0}");
        table.AddRow("seconds", $"{summary.Seconds:N1}");
        AnsiConsole.Write(table);
    }
}
