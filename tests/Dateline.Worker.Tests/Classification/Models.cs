using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification;

/// <summary>Topic models made by hand.</summary>
internal static class Models
{
    private const int Topics = TopicCatalog.Count;

    /// <summary>A model that takes one word for one topic and knows nothing else.</summary>
    public static TopicModel Tiny(string word, string topic)
    {
        var weights = new sbyte[Topics];
        weights[TopicCatalog.IndexOf(topic)] = 100;
        var calibration = new float[Topics * (Topics + 1)];
        for (var t = 0; t < Topics; t++)
            (calibration[(t * (Topics + 1)) + t], calibration[(t * (Topics + 1)) + Topics]) = (1, -5);
        return new TopicModel
        {
            Words = [word], Idf = [1.5f], Weights = weights, Scales = [.. Enumerable.Repeat(.1f, Topics)], LexiconWeights = new float[Topics * Topics],
            Biases = new float[Topics], Calibration = calibration,
        };
    }
}
