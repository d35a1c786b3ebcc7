using System.CommandLine;

namespace Dateline.Worker.Cli;

/// <summary><c>run</c>: the service, until it is told to stop.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var feeds = new Option<string?>("--feeds") { Description = "An OPML file whose feeds are added at start (Feeds__File).", HelpName = "FILE" };
        var command = new Command("run", "Watch the feeds and publish their articles. The default verb.") { feeds };
        var settings = new Settings().AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var overrides = settings.Of(parsed);
            if (parsed.GetValue(feeds) is { } file)
                overrides["Feeds:File"] = file;
            await using var worker = WorkerHost.Build(overrides);
            await Service.Run(worker, cancellationToken);
            return CommandLine.Done;
        });
        return command;
    }
}
