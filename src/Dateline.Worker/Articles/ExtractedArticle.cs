using System.Text.Json.Serialization;

namespace Dateline.Worker.Articles;

/// <summary>What an article page says: plain text everywhere, addresses absolute, what is missing null or empty.</summary>
internal sealed record ExtractedArticle
{
    public string? CanonicalUrl { get; init; }
    public string? Title { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Modified { get; init; }
    public string? SiteName { get; init; }
    public string? Language { get; init; }

    /// <summary>The article's own paragraphs, parted by a blank line.</summary>
    public string Text { get; init; } = "";
    public string? Image { get; init; }
    public string? ImageCredit { get; init; }
    public Wall? Wall { get; init; }

    /// <summary>How sure it is that the text is the article, 0 to 1.</summary>
    public double Confidence { get; init; }
}

/// <summary>What stands in the article's place.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Wall>))]
internal enum Wall
{
    [JsonStringEnumMemberName("consent")] Consent,
    [JsonStringEnumMemberName("paywall")] Paywall,
    [JsonStringEnumMemberName("challenge")] Challenge,
}
