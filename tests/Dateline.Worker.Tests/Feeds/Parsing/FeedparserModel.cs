using System.Text.RegularExpressions;
using Dateline.Worker.Documents;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Feeds.Parsing;

/// <summary>A field of a parsed feed under the name that feedparser has for it.</summary>
internal readonly record struct FeedparserField(string? Text, DateTimeOffset? Time = null, int Count = 0);

/// <summary>Reads a parsed feed by the paths of feedparser's model (<c>entries[0].author_detail.name</c>).</summary>
internal static partial class FeedparserModel
{
    public static FeedparserField? Field(ParsedFeed parsed, string path)
    {
        var part = Path().Match(path);
        if (!part.Success)
            return null;
        var name = part.Groups["name"].Value;
        if (part.Groups["entry"].Success)
        {
            var index = int.Parse(part.Groups["entry"].Value, System.Globalization.CultureInfo.InvariantCulture);
            return OfEntry(index < parsed.Entries.Count ? parsed.Entries[index] : new ParsedEntry(), name);
        }

        return part.Groups["feed"].Success ? OfFeed(parsed.Feed, name) : OfDocument(parsed, name);
    }

    /// <summary>Text without tags, references and runs of space.</summary>
    public static string Fold(string? text)
    {
        var folded = text ?? "";
        for (var round = 0; round < 2; round++)
            folded = Tags().Replace(HtmlEntities.Decode(folded), "");
        return Space().Replace(folded, " ").Trim();
    }

    private static FeedparserField? OfDocument(ParsedFeed parsed, string name) => name switch
    {
        "bozo" => new(parsed.WellFormed ? "false" : "true"),
        "encoding" => new(parsed.Encoding),
        "version" => new(parsed.Format.ToString().ToLowerInvariant()),
        "entries" => new(null, Count: parsed.Entries.Count),
        _ => null,
    };

    private static FeedparserField? OfFeed(FeedMetadata feed, string name) => name switch
    {
        "title" or "title_detail.value" => new(feed.Title),
        "subtitle" or "subtitle_detail.value" => new(feed.Subtitle),
        "rights" or "rights_detail.value" => new(feed.Rights),
        "link" or "links[0].href" => new(feed.Link),
        "id" => new(feed.Id),
        "language" => new(feed.Language),
        "generator" or "generator_detail.name" => new(feed.Generator),
        "image.href" or "logo" or "icon" => new(feed.Image),
        "ttl" => new(feed.TtlMinutes?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        "updated_parsed" => new(null, feed.Updated),
        "published_parsed" or "created_parsed" => new(null, feed.Published),
        "category" => new(feed.Categories.ElementAtOrDefault(0)?.Term),
        _ => OfPeople(feed.Authors, name) ?? OfCategories(feed.Categories, name),
    };

    private static FeedparserField? OfEntry(ParsedEntry entry, string name) => name switch
    {
        "title" or "title_detail.value" => new(entry.Title),
        "summary" or "summary_detail.value" or "subtitle" => new(entry.Summary),
        "content[0].value" => new(entry.Content),
        "content[0].language" or "language" => new(entry.Language),
        "link" => new(entry.Link),
        "id" => new(entry.Id),
        "comments" => new(entry.CommentsUrl),
        "image.href" or "media_thumbnail[0].url" => new(entry.Image),
        "published" or "created" => new(entry.PublishedText),
        "updated" => new(entry.UpdatedText ?? entry.PublishedText),
        "published_parsed" or "created_parsed" => new(null, entry.Published),
        "updated_parsed" => new(null, entry.Updated ?? entry.Published),
        "source.title" or "source.title_detail.value" => new(entry.Source?.Title),
        "source.link" => new(entry.Source?.Url),
        "enclosures[0].href" or "enclosures[0].url" => new(entry.Enclosures.ElementAtOrDefault(0)?.Url),
        "enclosures[0].type" => new(entry.Enclosures.ElementAtOrDefault(0)?.Type),
        "enclosures[0].length" => new(entry.Enclosures.ElementAtOrDefault(0)?.Length?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        "tags" => new(null, Count: entry.Categories.Count),
        _ => OfPeople(entry.Authors, name) ?? OfCategories(entry.Categories, name),
    };

    private static FeedparserField? OfPeople(IReadOnlyList<Person> people, string name)
    {
        var person = Indexed().Match(name) is { Success: true } indexed ? people.ElementAtOrDefault(indexed.Groups[1].Value[0] - '0') : people.ElementAtOrDefault(0);
        return Indexed().Replace(name, "authors.") switch
        {
            "author" => new(person is { Name: not null, Email: not null } ? $"{person.Name} ({person.Email})" : person?.Name ?? person?.Email),
            "author_detail.name" or "authors.name" => new(person?.Name),
            "author_detail.email" or "authors.email" => new(person?.Email),
            "author_detail.url" or "authors.url" => new(person?.Url),
            _ => null,
        };
    }

    private static FeedparserField? OfCategories(IReadOnlyList<Category> categories, string name)
    {
        if (Tag().Match(name) is not { Success: true } tag)
            return null;
        var category = categories.ElementAtOrDefault(tag.Groups[1].Value[0] - '0');
        return tag.Groups[2].Value switch
        {
            "term" => new(category?.Term),
            "scheme" => new(category?.Scheme),
            _ => new(category?.Label),
        };
    }

    public static bool IsAbsolute(this Uri? url) => url is { IsAbsoluteUri: true };

    [GeneratedRegex(@"^(?:entries\[(?<entry>\d+)\]\.|(?<feed>feed)\.)?(?<name>.+)$")]
    private static partial Regex Path();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^authors\[(\d)\]\.")]
    private static partial Regex Indexed();

    [GeneratedRegex(@"^tags\[(\d)\]\.(term|scheme|label)$")]
    private static partial Regex Tag();
}
