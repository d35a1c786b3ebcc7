using System.Text.Json.Serialization;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>A feed document as read: what it is, what was wrong with it, its metadata and its entries in document order.</summary>
internal sealed record ParsedFeed(
    FeedFormat Format,
    string Encoding,
    bool WellFormed,
    IReadOnlyList<ParseProblem> Problems,
    FeedMetadata Feed,
    IReadOnlyList<ParsedEntry> Entries);

/// <summary>What the document says about the feed itself. Addresses are absolute, text is plain, what is missing is null or empty.</summary>
internal sealed record FeedMetadata
{
    public string? Id { get; init; }
    public string? Title { get; init; }
    public string? Subtitle { get; init; }
    public string? Link { get; init; }
    public string? Self { get; init; }
    public string? Hub { get; init; }
    public string? Language { get; init; }
    public string? Rights { get; init; }
    public string? Generator { get; init; }
    public IReadOnlyList<Person> Authors { get; init; } = [];
    public DateTimeOffset? Updated { get; init; }
    public DateTimeOffset? Published { get; init; }
    public string? Image { get; init; }
    public int? TtlMinutes { get; init; }
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>Every hub that the document names, <see cref="Hub"/> first.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>sy:updatePeriod over sy:updateFrequency: how often the publisher says it has news.</summary>
    [JsonIgnore]
    public TimeSpan? UpdateInterval { get; init; }

    /// <summary>Hours of the day, 0 to 23 UTC, at which the publisher asks not to be polled (skipHours).</summary>
    [JsonIgnore]
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days on which the publisher asks not to be polled (skipDays).</summary>
    [JsonIgnore]
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];

    /// <summary>The address of the page of older entries (RFC 5005 prev-archive, or next).</summary>
    [JsonIgnore]
    public string? PreviousPage { get; init; }
}

internal sealed record Person(string? Name, string? Email, string? Url);

internal sealed record Category(string? Term, string? Scheme, string? Label);

internal sealed record Enclosure(string? Url, string? Type, long? Length);
