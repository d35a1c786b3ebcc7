using Dateline.Contracts;

namespace Dateline.Worker.Classification.Topics;

/// <summary>The 17 top subjects of IPTC Media Topics, in the order in which every model and lexicon counts them.</summary>
internal static class TopicCatalog
{
    private static readonly (string Slug, string Code, string Name)[] Entries =
    [
        ("arts", "01000000", "arts, culture, entertainment and media"),
        ("crime", "02000000", "crime, law and justice"),
        ("disaster", "03000000", "disaster, accident and emergency incident"),
        ("economy", "04000000", "economy, business and finance"),
        ("education", "05000000", "education"),
        ("environment", "06000000", "environment"),
        ("health", "07000000", "health"),
        ("human-interest", "08000000", "human interest"),
        ("labour", "09000000", "labour"),
        ("lifestyle", "10000000", "lifestyle and leisure"),
        ("politics", "11000000", "politics and government"),
        ("religion", "12000000", "religion"),
        ("science", "13000000", "science and technology"),
        ("society", "14000000", "society"),
        ("sport", "15000000", "sport"),
        ("conflict", "16000000", "conflict, war and peace"),
        ("weather", "17000000", "weather"),
    ];

    /// <summary>How many topics there are.</summary>
    public const int Count = 17;

    /// <summary>The topic's place in the catalogue; -1 for a slug that is none.</summary>
    public static int IndexOf(string? slug) => Array.FindIndex(Entries, entry => entry.Slug == slug);

    public static string Slug(int index) => Entries[index].Slug;

    public static Topic Tag(int index, double confidence, IReadOnlyList<string> evidence) =>
        new($"medtop:{Entries[index].Code}", Entries[index].Slug, Entries[index].Name, Math.Round(confidence, 3), evidence);
}
