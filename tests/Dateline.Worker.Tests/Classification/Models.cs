using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification;

/// <summary>Topic models made by hand.</summary>
internal static class Models
{
    private const int Topics = TopicCatalog.Count;

    /// <summary>A model that takes one word for one topic and knows nothing else.</summary>
    public static TopicModel Tiny(string word, string topic) => Make([word], [], topic, 1.5f);

    /// <summary>A model that takes two words side by side for one topic, alone not, and knows nothing else.</summary>
    public static TopicModel Pair(string first, string second, string topic, float idf = 5) => Make([first, second], [(0, 1)], topic, idf);

    private static TopicModel Make(string[] words, (int First, int Second)[] pairs, string topic, float idf)
    {
        var entries = words.Length + pairs.Length;
        var weights = new sbyte[entries * Topics];
        weights[((entries - 1) * Topics) + TopicCatalog.IndexOf(topic)] = 100;
        var calibration = new float[Topics * (Topics + 1)];
        for (var t = 0; t < Topics; t++)
            (calibration[(t * (Topics + 1)) + t], calibration[(t * (Topics + 1)) + Topics]) = (1, -5);
        return new TopicModel
        {
            Words = words, Pairs = pairs, Idf = [.. Enumerable.Repeat(idf, entries)], Weights = weights, Scales = [.. Enumerable.Repeat(.1f, Topics)], ThemeWeights = new float[Themes.Count * Topics],
            Biases = new float[Topics], Calibration = calibration,
        };
    }
}
