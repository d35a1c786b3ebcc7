using System.Text.Json;
using System.Text.Unicode;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>JSON Feed 1 and 1.1.</summary>
internal static class JsonFeedReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    private static readonly JsonDocumentOptions Forgiving = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static FeedFormat Read(string text, string? baseUrl, FeedBuilder feed, ProblemLog problems)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, Forgiving);
        }
        catch (JsonException)
        {
            problems.Broken("bad_json", "The document starts like JSON and is none.");
            if (JsonRepair.Mend(text) is not { } mended)
                return FeedFormat.Unknown;
            document = mended;
        }

        using (document)
            return Read(document.RootElement, baseUrl, feed, problems);
    }

    /// <summary>Reads a document that is JSON in UTF-8 without decoding it first; null when it is not.</summary>
    public static FeedFormat? ReadUtf8(ReadOnlyMemory<byte> document, string? contentType, string? baseUrl, FeedBuilder feed, ProblemLog problems)
    {
        var isJson = document.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] && MediaTypes.Charset(contentType) is null or "utf-8" or "UTF-8";
        if (!isJson || !Utf8.IsValid(document.Span))
            return null;
        document = FeedParser.Undoubled(document, problems);
        if ((TryParse(document, Strict) ?? TryParse(document, Forgiving)) is not { } json)
            return null;
        using (json.Document)
        {
            if (!json.IsStrict)
                problems.Broken("bad_json", "The document has commas or comments that JSON has not.");
            return Read(json.Document.RootElement, baseUrl, feed, problems);
        }
    }

    private static (JsonDocument Document, bool IsStrict)? TryParse(ReadOnlyMemory<byte> document, JsonDocumentOptions options)
    {
        try
        {
            return (JsonDocument.Parse(document, options), !options.AllowTrailingCommas);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FeedFormat Read(JsonElement root, string? baseUrl, FeedBuilder feed, ProblemLog problems)
    {
        var version = root.ValueKind == JsonValueKind.Object ? Text(root, "version") ?? "" : "";
        if (!version.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase) && !(root.ValueKind == JsonValueKind.Object && JsonText.TryGet(root, "items", out _)))
        {
            problems.Note("not_a_feed", "The document holds no feed that is known.");
            return FeedFormat.Unknown;
        }

        ReadFeed(root, baseUrl, feed);
        foreach (var item in Array(root, "items").TakeWhile(_ => !feed.IsFull))
            feed.Add(ReadItem(item, baseUrl, feed.NewEntry()));
        return version.TrimEnd('/').EndsWith("1.1", StringComparison.Ordinal) ? FeedFormat.Json11 : FeedFormat.Json1;
    }

    private static void ReadFeed(JsonElement root, string? baseUrl, FeedBuilder feed)
    {
        feed.Title.Set(Rank.Native, Title(root, "title"));
        feed.Subtitle.Set(Rank.Native, Title(root, "description"));
        feed.Link.Set(Rank.Native, WebAddress.Absolute(Text(root, "home_page_url"), baseUrl));
        feed.Self.Set(Rank.Native, WebAddress.Absolute(Text(root, "feed_url"), baseUrl));
        feed.Id.Set(Rank.Native, Text(root, "feed_url"));
        feed.PreviousPage.Set(Rank.Native, WebAddress.Absolute(Text(root, "next_url"), baseUrl));
        feed.Language.Set(Rank.Native, Text(root, "language"));
        feed.Image.Set(Rank.Native, WebAddress.Absolute(Text(root, "icon"), baseUrl));
        feed.Image.Set(Rank.Native, WebAddress.Absolute(Text(root, "favicon"), baseUrl));
        foreach (var author in Authors(root, baseUrl))
            feed.Authors.Add(Rank.Native, author);
        foreach (var hub in Array(root, "hubs"))
            feed.AddHub(WebAddress.Absolute(Text(hub, "url"), baseUrl));
    }

    private static EntryBuilder ReadItem(JsonElement item, string? baseUrl, EntryBuilder entry)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return entry;
        entry.Id.Set(Rank.Native, Text(item, "id"));
        entry.Link.Set(Rank.Native, WebAddress.Absolute(Text(item, "url"), baseUrl));
        entry.Link.Set(Rank.Guess, WebAddress.Absolute(Text(item, "external_url"), baseUrl));
        entry.Title.Set(Rank.Native, Title(item, "title"));
        entry.Summary.Set(Rank.Native, EntryText.Of(HtmlText.Escape(Text(item, "summary") ?? "")));
        entry.Content.Set(Rank.Native, EntryText.Of(Text(item, "content_html")));
        entry.Content.Set(Rank.Guess, EntryText.Of(HtmlText.Escape(Text(item, "content_text") ?? "")));
        entry.Published.Set(Rank.Native, Text(item, "date_published"));
        entry.Updated.Set(Rank.Native, Text(item, "date_modified"));
        entry.Language.Set(Rank.Native, Text(item, "language"));
        entry.Image.Set(Rank.Native, WebAddress.Absolute(Text(item, "image") ?? Text(item, "banner_image"), baseUrl));
        foreach (var author in Authors(item, baseUrl))
            entry.Authors.Add(Rank.Native, author);
        foreach (var tag in Array(item, "tags"))
            entry.AddCategory(tag.ValueKind == JsonValueKind.String ? Text(tag) : null);
        foreach (var file in Array(item, "attachments"))
            entry.AddEnclosure(WebAddress.Absolute(Text(file, "url"), baseUrl), Text(file, "mime_type"), Text(file, "size_in_bytes"));
        return entry;
    }

    /// Plain text by the letter; no title means the references to characters that some programs leave in it
    private static string Title(JsonElement owner, string name) => HtmlText.Squeeze(HtmlEntities.Decode(Text(owner, name) ?? ""));

    /// Version 1 has one author, 1.1 a list
    private static IEnumerable<Person> Authors(JsonElement owner, string? baseUrl)
    {
        var list = OneOrMore(owner, "authors");
        if (list.Count == 0)
            list.AddRange(OneOrMore(owner, "author"));
        foreach (var author in list)
        {
            var person = author.ValueKind == JsonValueKind.String
                ? new Person(Text(author), null, null)
                : new Person(Text(author, "name"), Text(author, "email"), WebAddress.Absolute(Text(author, "url"), baseUrl));
            if (person.Name is not null || person.Email is not null || person.Url is not null)
                yield return person;
        }
    }

    private static List<JsonElement> OneOrMore(JsonElement owner, string name) => !JsonText.TryGet(owner, name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static JsonElement.ArrayEnumerator Array(JsonElement owner, string name) =>
        JsonText.TryGet(owner, name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : default;

    /// A string, or a number as it is written: some feeds number their items
    private static string? Text(JsonElement owner, string name)
    {
        if (!JsonText.TryGet(owner, name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => Text(value) is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    private static string? Text(JsonElement text) => CleanText.OfOptional(JsonText.Of(text));
}
