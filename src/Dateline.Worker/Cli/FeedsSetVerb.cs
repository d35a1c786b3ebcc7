using System.CommandLine;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Cli;

/// <summary><c>feeds set</c>: changes how one feed is polled and asked.</summary>
internal static class FeedsSetVerb
{
    public static Command Create()
    {
        var name = new Argument<string>("feed") { Description = "Its id, address or part of its title." };
        var command = new Command("set", "Change how a feed is polled and asked; an empty text takes a setting away.") { name };
        var settings = new FeedSettings().AddTo(command);
        return command.With(async (host, parsed, cancellationToken) =>
        {
            var store = host.Services.GetRequiredService<FeedStore>();
            if (await FeedsVerb.One(store, parsed.GetValue(name)!, cancellationToken) is not { } feed)
                return CommandLine.SomeFailed;
            var changed = settings.Apply(parsed, feed);
            if (changed == feed)
            {
                await Console.Error.WriteLineAsync($"Nothing to change: name an option, see: dateline feeds set --help");
                return CommandLine.WrongUsage;
            }

            await store.Set(changed, cancellationToken);
            Console.WriteLine($"Changed {feed.Url}; it is polled next with the new settings");
            return CommandLine.Done;
        });
    }
}
