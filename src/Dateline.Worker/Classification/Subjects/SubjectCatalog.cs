using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Subjects;

/// <summary>The subjects, in the order in which their lexicons count them: a chosen part of the levels below IPTC's top.</summary>
internal static class SubjectCatalog
{
    /// <summary>The taxonomy that the subjects are labels of, as in <c>label.subject.election</c>.</summary>
    public const string Taxonomy = "subject";

    private static readonly Lazy<Subject[]> Read = new(() => BuiltInData.Read("subjects/catalogue.tsv", Lines));

    private static readonly Lazy<Dictionary<string, int>> Places =
        new(() => All.Select((subject, place) => (subject.Slug, place)).ToDictionary(entry => entry.Slug, entry => entry.place, StringComparer.Ordinal));

    public static IReadOnlyList<Subject> All => Read.Value;

    /// <exception cref="InvalidDataException">There is no such subject.</exception>
    public static int IndexOf(string slug) => Places.Value.TryGetValue(slug, out var place) ? place : throw new InvalidDataException($"There is no subject \"{slug}\".");

    private static Subject[] Lines(Stream stream)
    {
        using var reader = new StreamReader(stream);
        var subjects = new List<Subject>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            subjects.Add(new Subject(parts[0], Array.ConvertAll(parts[1].Split(','), TopicCatalog.IndexOf), parts[2]));
        }

        return [.. subjects];
    }
}
