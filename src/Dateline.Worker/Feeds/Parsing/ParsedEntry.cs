using System.Text.Json.Serialization;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>An item or entry. <see cref="Summary"/> and <see cref="Content"/> are HTML as the feed gave it; the title is plain text.</summary>
internal sealed record ParsedEntry
{
    public string? Id { get; init; }
    public string? Link { get; init; }
    public string? Title { get; init; }
    public string? Summary { get => SummaryText?.Html; init => SummaryText = value is null ? null : new EntryText(value); }
    public string? Content { get => ContentText?.Html; init => ContentText = value is null ? null : new EntryText(value); }
    public IReadOnlyList<Person> Authors { get; init; } = [];
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Updated { get; init; }
    public string? PublishedText { get; init; }
    public string? UpdatedText { get; init; }
    public IReadOnlyList<Category> Categories { get; init; } = [];
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];
    public string? Language { get; init; }
    public string? CommentsUrl { get; init; }
    public EntrySource? Source { get; init; }

    /// <summary>The picture that stands for the entry (media:thumbnail, itunes:image, an image enclosure).</summary>
    [JsonIgnore]
    public string? Image { get; init; }

    /// <summary>Whether the document ends in the entry, so that parts of it are missing.</summary>
    [JsonIgnore]
    public bool IsCut { get; init; }

    /// <summary>What <see cref="Summary"/> is made from when it is first read.</summary>
    internal EntryText? SummaryText { get; init; }

    /// <summary>What <see cref="Content"/> is made from when it is first read.</summary>
    internal EntryText? ContentText { get; init; }
}

/// <summary>The feed that an entry was taken from, where the entry says so.</summary>
internal sealed record EntrySource(string? Title, string? Url);
