using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Feeds.Parsing;

/// <summary>
/// Reads a parsed feed by the names of gofeed's four models (Atom, RSS, JSON and the universal one); where they share a name, it means the same.
/// </summary>
internal static partial class GofeedModel
{
    /// <summary>The field as text, a time in the round-trip form; null when a parsed feed has no place for it.</summary>
    public static (string? Text, bool IsTime)? Field(ParsedFeed parsed, string path)
    {
        var entry = EntryPath().Match(path);
        if (!entry.Success)
            return OfFeed(parsed, path);
        var index = Number(entry, 1);
        return OfEntry(parsed.Entries.ElementAtOrDefault(index) ?? new ParsedEntry(), entry.Groups[2].Value);
    }

    private static (string? Text, bool IsTime)? OfFeed(ParsedFeed parsed, string name) => name switch
    {
        "feedType" => (Type(parsed.Format), false),
        "feedVersion" or "version" => (Version(parsed.Format), false),
        "title" => (parsed.Feed.Title, false),
        "subtitle" or "description" => (parsed.Feed.Subtitle, false),
        "link" or "home_page_url" => (parsed.Feed.Link, false),
        "feedLink" or "feed_url" => (parsed.Feed.Self, false),
        "next_url" => (parsed.Feed.PreviousPage, false),
        "id" => (parsed.Feed.Id, false),
        "rights" or "copyright" => (parsed.Feed.Rights, false),
        "language" => (parsed.Feed.Language, false),
        "generator" or "generator.value" => (parsed.Feed.Generator, false),
        "logo" or "image.url" or "icon" => (parsed.Feed.Image, false),
        "ttl" => (parsed.Feed.TtlMinutes?.ToString(CultureInfo.InvariantCulture), false),
        "updatedParsed" or "lastBuildDateParsed" => (Time(parsed.Feed.Updated), true),
        "publishedParsed" or "pubDateParsed" => (Time(parsed.Feed.Published), true),
        _ => OfSkips(parsed.Feed, name) ?? OfPeople(parsed.Feed.Authors, name) ?? OfCategories(parsed.Feed.Categories, name),
    };

    private static (string? Text, bool IsTime)? OfEntry(ParsedEntry entry, string name) => name switch
    {
        "title" => (entry.Title, false),
        "summary" or "description" => (entry.Summary, false),
        "content" or "content.value" or "content_html" => (entry.Content, false),
        "link" or "url" => (entry.Link, false),
        "id" or "guid" or "guid.value" => (entry.Id, false),
        "comments" => (entry.CommentsUrl, false),
        "image.url" or "image" => (entry.Image, false),
        "source.title" => (entry.Source?.Title, false),
        "source.url" => (entry.Source?.Url, false),
        "pubDate" or "published" => (entry.PublishedText, false),
        "pubDateParsed" or "publishedParsed" or "date_published" => (Time(entry.Published), true),
        "updatedParsed" or "date_modified" => (Time(entry.Updated), true),
        _ => OfEnclosures(entry.Enclosures, name) ?? OfPeople(entry.Authors, name) ?? OfCategories(entry.Categories, name),
    };

    private static (string? Text, bool IsTime)? OfSkips(FeedMetadata feed, string name) => Skip().Match(name) switch
    {
        { Success: false } => null,
        var hour when hour.Groups[1].Value is "Hours" => (feed.SkipHours.Cast<int?>().ElementAtOrDefault(Number(hour, 2))?.ToString(CultureInfo.InvariantCulture), false),
        var day => (feed.SkipDays.Cast<DayOfWeek?>().ElementAtOrDefault(Number(day, 2))?.ToString(), false),
    };

    private static (string? Text, bool IsTime)? OfEnclosures(IReadOnlyList<Enclosure> enclosures, string name)
    {
        var part = EnclosurePart().Match(name);
        var enclosure = part.Success ? enclosures.ElementAtOrDefault(Number(part, 1)) : null;
        return part.Groups[2].Value switch
        {
            "url" => (enclosure?.Url, false),
            "type" or "mime_type" => (enclosure?.Type, false),
            "length" or "size_in_bytes" => (enclosure?.Length?.ToString(CultureInfo.InvariantCulture), false),
            _ => null,
        };
    }

    private static (string? Text, bool IsTime)? OfPeople(IReadOnlyList<Person> people, string name)
    {
        var part = AuthorPart().Match(name);
        var person = part.Success ? people.ElementAtOrDefault(Number(part, 1)) : null;
        return part.Groups[2].Value switch
        {
            "name" => (person?.Name, false),
            "email" => (person?.Email, false),
            "uri" or "url" => (person?.Url, false),
            _ => null,
        };
    }

    private static (string? Text, bool IsTime)? OfCategories(IReadOnlyList<Category> categories, string name)
    {
        var part = CategoryPart().Match(name);
        if (!part.Success)
            return null;
        var category = categories.ElementAtOrDefault(Number(part, 1));
        return part.Groups[2].Value switch
        {
            "scheme" or "domain" => (category?.Scheme, false),
            "label" => (category?.Label, false),
            _ => (category?.Term, false),
        };
    }

    private static string Type(FeedFormat format) => format switch
    {
        FeedFormat.Atom03 or FeedFormat.Atom10 => "atom",
        FeedFormat.Json1 or FeedFormat.Json11 => "json",
        _ => "rss",
    };

    private static string Version(FeedFormat format) => format switch
    {
        FeedFormat.Rss090 => "0.9",
        FeedFormat.Rss091 or FeedFormat.Rss092 or FeedFormat.Rss093 or FeedFormat.Rss094 => $"0.{format.ToString()[^2..]}",
        FeedFormat.Json1 => "1.0",
        FeedFormat.Json11 => "1.1",
        _ => $"{format.ToString()[^2]}.{format.ToString()[^1]}",
    };

    private static string? Time(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    private static int Number(Match match, int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:items|entries)\[(\d+)\]\.(.+)$")]
    private static partial Regex EntryPath();

    [GeneratedRegex(@"^skip(Hours|Days)\[(\d+)\]$")]
    private static partial Regex Skip();

    [GeneratedRegex(@"^(?:enclosure|(?:enclosures|attachments)\[(\d+)\])\.(\w+)$")]
    private static partial Regex EnclosurePart();

    [GeneratedRegex(@"^(?:author|authors\[(\d+)\])\.(\w+)$")]
    private static partial Regex AuthorPart();

    [GeneratedRegex(@"^(?:categories|tags)\[(\d+)\](?:\.(\w+))?$")]
    private static partial Regex CategoryPart();
}
