using System.Text.Json.Serialization;
using Dateline.Contracts;
using Dateline.Worker.Classification;

namespace Dateline.Worker.Cli;

/// <summary>What <c>classify</c> writes for a text; the shapes of the event, with its routing keys.</summary>
internal sealed record ClassifyResult(
    string? Id, string Language, IReadOnlyList<Topic> Topics, IReadOnlyList<Region> Regions, IReadOnlyList<string> RoutingKeys)
{
    /// <summary>Subjects and labels of the user's own; left out where neither was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ArticleLabel>? Labels { get; init; }

    public static ClassifyResult Of(string? id, Classifier classifier, ClassifierInput input)
    {
        var tags = classifier.Classify(input);
        return new(id, tags.Language, tags.Topics, tags.Regions, Contracts.RoutingKeys.For(tags.Topics, tags.Regions, tags.Language, [], tags.Labels))
        {
            Labels = classifier.HasLabels ? tags.Labels : null,
        };
    }
}

/// <summary>A text to classify, or why there is none; <paramref name="Name"/> says where it came from (<c>file:12</c>).</summary>
internal sealed record ClassifyDocument(string Name, string? Id, ClassifierInput? Input, CliError? Error);
