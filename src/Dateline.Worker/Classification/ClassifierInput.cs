using Dateline.Contracts;

namespace Dateline.Worker.Classification;

/// <summary>What is known of an article when it is tagged; plain text. <paramref name="FeedCountry"/> is ISO 3166-1 alpha-2.</summary>
internal sealed record ClassifierInput(
    string Title, string? Summary = null, string? Text = null, string? Url = null, string? Language = null, string? FeedCountry = null);

/// <summary>The tags: topics, the most probable first; regions, focus before mention.</summary>
internal sealed record Tags(string Language, IReadOnlyList<Topic> Topics, IReadOnlyList<Region> Regions)
{
    /// <summary>The subjects within the topics, then labels of the user's own taxonomies, taxonomy by taxonomy, the most probable first.</summary>
    public IReadOnlyList<ArticleLabel> Labels { get; init; } = [];
}
