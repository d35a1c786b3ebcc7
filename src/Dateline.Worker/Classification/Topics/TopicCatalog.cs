using Dateline.Contracts;

namespace Dateline.Worker.Classification.Topics;

/// <summary>The 17 top subjects of IPTC Media Topics, in the order in which every model and lexicon counts them.</summary>
internal static class TopicCatalog
{
    /// <summary>How many topics there are.</summary>
    public const int Count = 17;

    public static LabelSet Labels { get; } = new("",
    [
        Entry("arts", "01000000", "arts, culture, entertainment and media"),
        Entry("crime", "02000000", "crime, law and justice"),
        Entry("disaster", "03000000", "disaster, accident and emergency incident"),
        Entry("economy", "04000000", "economy, business and finance"),
        Entry("education", "05000000", "education"),
        Entry("environment", "06000000", "environment"),
        Entry("health", "07000000", "health"),
        Entry("human-interest", "08000000", "human interest"),
        Entry("labour", "09000000", "labour"),
        Entry("lifestyle", "10000000", "lifestyle and leisure"),
        Entry("politics", "11000000", "politics and government"),
        Entry("religion", "12000000", "religion"),
        Entry("science", "13000000", "science and technology"),
        Entry("society", "14000000", "society"),
        Entry("sport", "15000000", "sport"),
        Entry("conflict", "16000000", "conflict, war and peace"),
        Entry("weather", "17000000", "weather"),
    ]);

    /// <summary>The topic's place in the catalogue; -1 for a slug that is none.</summary>
    public static int IndexOf(string? slug) => Labels.IndexOf(slug);

    public static string Slug(int index) => Labels.Labels[index].Slug;

    public static Topic Tag(int index, double confidence, IReadOnlyList<string> evidence)
    {
        var (id, slug, name) = Labels.Labels[index];
        return new Topic(id, slug, name, Math.Round(confidence, 3), evidence);
    }

    private static Label Entry(string slug, string code, string name) => new($"medtop:{code}", slug, name);
}
