using Dateline.Contracts;
using Dateline.Worker.Classification;

namespace Dateline.Worker.Cli;

/// <summary>What <c>classify</c> writes for a text; the shapes of the event, with its routing keys.</summary>
internal sealed record ClassifyResult(
    string? Id, string Language, IReadOnlyList<Topic> Topics, IReadOnlyList<Region> Regions, IReadOnlyList<ArticleLabel> Labels, IReadOnlyList<string> RoutingKeys)
{
    public static ClassifyResult Of(string? id, Tags tags) =>
        new(id, tags.Language, tags.Topics, tags.Regions, tags.Labels, Contracts.RoutingKeys.For(tags.Topics, tags.Regions, tags.Language, [], tags.Labels));
}

/// <summary>A text to classify, or why there is none; <paramref name="Name"/> says where it came from (<c>file:12</c>).</summary>
internal sealed record ClassifyDocument(string Name, string? Id, ClassifierInput? Input, CliError? Error);
