using System.CommandLine;
using Dateline.Worker.Http;
using Dateline.Worker.Storage;
using Quartz;

namespace Dateline.Worker.Cli;

/// <summary>The options that say how one feed is polled and asked; for <c>feeds add</c> and <c>feeds set</c>. An empty text takes a setting away.</summary>
internal sealed class FeedSettings
{
    private readonly Option<string?> country = Text("--country", "CODE", "The publisher's country, ISO 3166-1 alpha-2: helps to place local news.");
    private readonly Option<string?> language = Text("--language", "TAG", "Its language where the feed does not say, BCP 47.");
    private readonly Option<string?> category = Text("--category", "PATH", "Its folder in OPML (\"World / Africa\"); Feeds:Groups can set bounds for it.");
    private readonly Option<string?> cron = Text("--cron", "TEXT", "Poll on this Quartz schedule instead of adaptively: \"0 0/10 6-22 * * ?\".");
    private readonly Option<double?> minInterval = new("--min-interval") { Description = "Shortest interval between two polls, in minutes; 0 for the general one.", HelpName = "MINUTES" };
    private readonly Option<double?> maxInterval = new("--max-interval") { Description = "Longest interval between two polls, in minutes; 0 for the general one.", HelpName = "MINUTES" };
    private readonly Option<string?> userAgent = Text("--user-agent", "TEXT", "Another User-Agent for this feed.");
    private readonly Option<string[]> headers = new("--header") { Description = "A header to send, \"Name: value\"; several are possible.", HelpName = "HEADER" };
    private readonly Option<string?> basic = Text("--basic", "USER:PASSWORD", "HTTP Basic credentials; @FILE reads them from a file.");
    private readonly Option<string?> cookie = Text("--cookie", "TEXT", "Cookies, \"name=value; other=value\"; @FILE reads them from a file.");
    private readonly Option<string?> proxy = Text("--proxy", "ADDRESS", "A proxy, http://host:3128 or socks5://host:1080; @FILE reads it from a file.");
    private readonly Option<bool?> http11 = new("--http11") { Description = "Never HTTP/2 (true or false).", HelpName = "BOOL" };

    public FeedSettings AddTo(Command command)
    {
        foreach (var option in new Option[] { country, language, category, cron, minInterval, maxInterval, userAgent, headers, basic, cookie, proxy, http11 })
            command.Add(option);
        return this;
    }

    /// <summary>The feed with what was said on the command line.</summary>
    /// <exception cref="FormatException">An option's value is none; the message names the option.</exception>
    public FeedRow Apply(ParseResult parsed, FeedRow feed)
    {
        var changed = feed with
        {
            Country = Of(parsed, country, feed.Country)?.ToUpperInvariant(),
            Language = Of(parsed, language, feed.Language)?.ToLowerInvariant(),
            Category = Of(parsed, category, feed.Category),
            Cron = Of(parsed, cron, feed.Cron),
            MinIntervalMinutes = Of(parsed, minInterval, feed.MinIntervalMinutes),
            MaxIntervalMinutes = Of(parsed, maxInterval, feed.MaxIntervalMinutes),
            Access = Access(parsed, WebAccess.Read(feed.Access) ?? new WebAccess()).Write(),
        };
        if (changed.Cron is { } text && !CronExpression.TryParse(text, out _))
            throw new FormatException($"--cron: \"{text}\" is no Quartz cron expression, such as \"0 0/10 6-22 * * ?\" (seconds first).");
        if (changed.Country is { } code && (code.Length != 2 || !code.All(char.IsAsciiLetter)))
            throw new FormatException($"--country: \"{code}\" is no ISO 3166-1 alpha-2 code, such as FR.");
        if (changed is { MinIntervalMinutes: { } min, MaxIntervalMinutes: { } max } && min > max)
            throw new FormatException($"--min-interval ({min}) must not exceed --max-interval ({max}).");
        return changed;
    }

    private WebAccess Access(ParseResult parsed, WebAccess access)
    {
        var changed = access with
        {
            UserAgent = Of(parsed, userAgent, access.UserAgent),
            Basic = FromFile(Of(parsed, basic, access.Basic)),
            Cookie = FromFile(Of(parsed, cookie, access.Cookie)),
            Proxy = FromFile(Of(parsed, proxy, access.Proxy)),
            Http11 = parsed.GetValue(http11) ?? access.Http11,
            Headers = Headers(parsed.GetValue(headers) ?? [], access.Headers),
        };
        return changed.Problem() is { } problem ? throw new FormatException($"These settings can't be used: {problem}.") : changed;
    }

    /// <summary>One without a value takes that header away.</summary>
    private static Dictionary<string, string>? Headers(string[] said, Dictionary<string, string>? before)
    {
        var all = new Dictionary<string, string>(before ?? [], StringComparer.OrdinalIgnoreCase);
        foreach (var header in said)
        {
            var parts = header.Split(':', 2, StringSplitOptions.TrimEntries);
            all.Remove(parts[0]);
            if (parts.Length < 2 || parts[1].Length > 0)
                all[parts[0]] = parts.Length > 1 ? parts[1] : throw new FormatException($"--header: \"{parts[0]}\" has no colon (Name: value).");
        }

        return all.Count == 0 ? null : all;
    }

    private static string? Of(ParseResult parsed, Option<string?> option, string? before) => parsed.GetValue(option) switch
    {
        null => before,
        "" => null,
        var text => text,
    };

    private static double? Of(ParseResult parsed, Option<double?> option, double? before) => parsed.GetValue(option) switch
    {
        null => before,
        0 => null,
        > 0 and var minutes => minutes,
        var minutes => throw new FormatException($"{option.Name}: {minutes} is no number of minutes above 0."),
    };

    private static string? FromFile(string? text) => text is ['@', .. var file] ? File.ReadAllText(file).Trim() : text;

    private static Option<string?> Text(string name, string help, string description) => new(name) { Description = description, HelpName = help };
}
