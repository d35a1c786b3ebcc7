using System.CommandLine;
using Dateline.Worker.Feeds;
using Dateline.Worker.Storage;
using Quartz;

namespace Dateline.Worker.Cli;

/// <summary><c>feeds add</c>: takes feeds' addresses, and sites' whose feed it finds.</summary>
internal static class FeedsAddVerb
{
    public static Command Create()
    {
        var addresses = new Argument<string[]>("address") { Description = "A feed's or a site's address.", Arity = ArgumentArity.OneOrMore };
        var country = new Option<string?>("--country") { Description = "The publisher's country, ISO 3166-1 alpha-2: helps to place local news.", HelpName = "CODE" };
        var cron = new Option<string?>("--cron") { Description = "Poll on this Quartz schedule instead of adaptively: \"0 0/10 6-22 * * ?\".", HelpName = "TEXT" };
        var unchecked_ = new Option<bool>("--unchecked") { Description = "Add the addresses as they are, without asking for them." };
        return new Command("add", "Watch a feed; a site's address will do.") { addresses, country, cron, unchecked_ }
            .With(async (host, parsed, cancellationToken) =>
            {
                if (parsed.GetValue(cron) is { } text && !CronExpression.TryParse(text, out _))
                    throw new FormatException($"\"{text}\" is no Quartz cron expression, such as \"0 0/10 6-22 * * ?\" (seconds first).");
                var failed = false;
                foreach (var address in parsed.GetValue(addresses)!)
                    failed |= !await Add(host, address, parsed.GetValue(country), parsed.GetValue(cron), parsed.GetValue(unchecked_), cancellationToken);
                return failed ? CommandLine.SomeFailed : CommandLine.Done;
            });
    }

    private static async Task<bool> Add(
        WebApplication host, string address, string? country, string? cron, bool asItIs, CancellationToken cancellationToken)
    {
        var text = address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            await Console.Error.WriteLineAsync($"{address} is not an http or https address.");
            return false;
        }

        var found = new FoundFeed(url.AbsoluteUri, null, default, 0);
        if (!asItIs)
        {
            var discovery = await host.Services.GetRequiredService<FeedDiscovery>().Discover(url, cancellationToken);
            if (discovery.Feeds.Count == 0)
            {
                await Console.Error.WriteLineAsync($"{address}: {discovery.Reason}. With --unchecked it is added all the same.");
                return false;
            }

            found = discovery.Feeds[0];
            foreach (var other in discovery.Feeds.Skip(1))
                await Console.Error.WriteLineAsync($"{address} has another feed: {other.Url} ({other.Title})");
        }

        var feed = new NewFeed(found.Url, found.Title, country?.ToUpperInvariant(), Cron: cron);
        var added = await host.Services.GetRequiredService<FeedStore>().Add([feed], TimeSpan.Zero, cancellationToken);
        Console.WriteLine(added > 0 ? $"Added {found.Url}{(found.Title is null ? "" : $" ({found.Title}, {found.Entries} entries)")}" : $"{found.Url} is watched already");
        return true;
    }
}
