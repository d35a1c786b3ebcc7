using System.CommandLine;
using System.Globalization;
using Dateline.Worker.Publishing;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Cli;

/// <summary><c>replay</c>: publishes stored article events again, with their old message ids; or gives what was set aside another chance.</summary>
internal static class ReplayVerb
{
    public static Command Create()
    {
        var since = new Option<DateTimeOffset?>("--since") { Description = "Events made from this time on, RFC 3339; UTC unless it says otherwise.", HelpName = "TIME", CustomParser = Time };
        var until = new Option<DateTimeOffset?>("--until") { Description = "Events made before this time. The default is now.", HelpName = "TIME", CustomParser = Time };
        var failed = new Option<bool>("--failed") { Description = "Instead: take up articles and events that were set aside." };
        var ids = new Option<string[]>("--id") { Description = "With --failed: of those that dateline failed lists, this one.", HelpName = "ID" };
        var command = new Command("replay", "Publish stored articles again.") { since, until, failed, ids };
        var settings = new Settings().AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var chosen = parsed.GetValue(ids) ?? [];
            if (parsed.GetValue(since) is null && !parsed.GetValue(failed) || chosen.Length > 0 && !parsed.GetValue(failed))
            {
                await Console.Error.WriteLineAsync("replay needs --since TIME or --failed; --id goes with --failed");
                return CommandLine.WrongUsage;
            }

            await using var host = WorkerHost.Build(settings.Of(parsed), service: false);
            await Migrator.Migrate(host.Services.GetRequiredService<Database>(), cancellationToken);
            return await Replay(host, parsed.GetValue(since), parsed.GetValue(until), parsed.GetValue(failed) ? chosen : null, cancellationToken);
        });
        return command;
    }

    private static async Task<int> Replay(WebApplication host, DateTimeOffset? since, DateTimeOffset? until, string[]? setAside, CancellationToken cancellationToken)
    {
        var outbox = host.Services.GetRequiredService<OutboxStore>();
        if (setAside is not null)
        {
            var (articles, events) = await host.Services.GetRequiredService<SetAsideStore>().Revive(setAside, cancellationToken);
            Console.WriteLine($"{articles} articles wait for their tags again.");
            Console.WriteLine($"{events} events wait for their publication again.");
        }

        if (since is { } from)
        {
            var to = until ?? TimeProvider.System.GetUtcNow();
            var marked = await outbox.Replay(from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds(), cancellationToken);
            Console.WriteLine($"{marked} events are published again.");
        }

        if (!host.Services.GetRequiredService<Broker>().IsConfigured)
        {
            await Console.Error.WriteLineAsync("No broker is named here (--rabbitmq or Publishing__RabbitMq): the running worker publishes them.");
            return CommandLine.Done;
        }

        await CliProgress.Run(async progress => await ActivatorUtilities.CreateInstance<EventPass>(host.Services)
            .Publish(progress.Start("Publishing events", (await outbox.Count(cancellationToken)).Waiting), cancellationToken));
        var (waiting, _, _) = await outbox.Count(cancellationToken);
        Console.WriteLine($"{waiting} events are still to be published.");
        return waiting == 0 ? CommandLine.Done : CommandLine.SomeFailed;
    }

    private static DateTimeOffset? Time(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        result.AddError($"{result.Tokens[0].Value} is no time such as 2026-11-28T06:00:00Z.");
        return null;
    }
}
