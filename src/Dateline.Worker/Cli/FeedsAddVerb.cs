using System.CommandLine;
using Dateline.Worker.Feeds;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Cli;

/// <summary><c>feeds add</c>: takes feeds' addresses, and sites' whose feed it finds.</summary>
internal static class FeedsAddVerb
{
    public static Command Create()
    {
        var addresses = new Argument<string[]>("address") { Description = "A feed's or a site's address.", Arity = ArgumentArity.OneOrMore };
        var unchecked_ = new Option<bool>("--unchecked") { Description = "Add the addresses as they are, without asking for them." };
        var command = new Command("add", "Watch a feed; a site's address will do.") { addresses, unchecked_ };
        var settings = new FeedSettings().AddTo(command);
        return command.With(async (host, parsed, cancellationToken) =>
        {
            var failed = false;
            foreach (var address in parsed.GetValue(addresses)!)
            {
                var text = address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}";
                if (!WebUri.TryAbsolute(text, out var url) || url.Scheme is not ("http" or "https"))
                {
                    await Console.Error.WriteLineAsync($"{address} is not an http or https address.");
                    failed = true;
                    continue;
                }

                // user and password in the address are credentials, and no part of its name
                var feed = settings.Apply(parsed, FeedAddress.Of(url));
                failed |= !await Add(host, feed, parsed.GetValue(unchecked_), cancellationToken);
            }

            return failed ? CommandLine.SomeFailed : CommandLine.Done;
        });
    }

    private static async Task<bool> Add(WebApplication host, FeedRow feed, bool asItIs, CancellationToken cancellationToken)
    {
        var found = new FoundFeed(feed.Url, null, default, 0);
        if (!asItIs)
        {
            var discovery = await host.Services.GetRequiredService<FeedDiscovery>().Discover(new Uri(feed.Url), WebAccess.Read(feed.Access), cancellationToken);
            if (discovery.Feeds.Count == 0)
            {
                await Console.Error.WriteLineAsync($"{feed.Url}: {discovery.Reason}. With --unchecked it is added all the same.");
                return false;
            }

            found = discovery.Feeds[0];
            foreach (var other in discovery.Feeds.Skip(1))
                await Console.Error.WriteLineAsync($"{feed.Url} has another feed: {other.Url} ({other.Title})");
        }

        var added = await host.Services.GetRequiredService<FeedStore>().Add(
            [
                new NewFeed(
                    found.Url, found.Title, feed.Country, feed.Language, feed.Category, feed.Cron,
                    MinIntervalMinutes: feed.MinIntervalMinutes, MaxIntervalMinutes: feed.MaxIntervalMinutes, Access: feed.Access),
            ],
            TimeSpan.Zero, cancellationToken);
        Console.WriteLine(added > 0
            ? $"Added {found.Url}{(found.Title is null ? "" : $" ({found.Title}, {found.Entries} entries)")}"
            : $"{found.Url} is watched already; its settings are changed with: dateline feeds set {found.Url} ...");
        return true;
    }
}
