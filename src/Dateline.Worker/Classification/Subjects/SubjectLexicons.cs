using System.Collections.Concurrent;
using System.Collections.Frozen;
using Dateline.Worker.Classification.Languages;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Subjects;

/// <summary>
/// What each language calls the subjects, read when the first article in it comes. A file has a line a subject: its slug, then the terms that alone
/// say it, those that mostly do, and those that help. Safe for many threads.
/// </summary>
internal static class SubjectLexicons
{
    private const string Folder = "subjects/";

    /// <summary>What a term of each column weighs.</summary>
    private static readonly int[] Weights = [3, 2, 1];

    private static readonly ConcurrentDictionary<string, Lazy<TopicLexicon>> Open = new(StringComparer.Ordinal);

    /// <summary>The languages that have terms.</summary>
    public static FrozenSet<string> Languages { get; } = typeof(SubjectLexicons).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.Length == NameOf("en").Length).Select(name => name[Folder.Length..^".tsv".Length])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The lexicon of a language, a subject's place standing where a topic's does; null where there is none.</summary>
    public static TopicLexicon? Find(string language) =>
        !Languages.Contains(language) ? null
        : Open.GetOrAdd(language, static tongue => new Lazy<TopicLexicon>(() => new TopicLexicon(tongue, Terms(tongue)))).Value;

    /// <summary>A language's terms as its file has them; in Arabic and Hebrew also with the small words that are written in one with them.</summary>
    /// <exception cref="InvalidDataException">There is no such file, or it names a subject that is none.</exception>
    public static IReadOnlyList<LexiconTerm> Terms(string language)
    {
        var terms = BuiltInData.Read(NameOf(language), Lines);
        var heads = JoinedWords.Heads(language);
        return heads.Count == 0
            ? terms
            : [.. terms.Concat(terms.SelectMany(term => heads.Select(head => term with { Term = head + term.Term }))).DistinctBy(term => (term.Topic, term.Term))];
    }

    private static string NameOf(string language) => $"{Folder}{language}.tsv";

    private static List<LexiconTerm> Lines(Stream stream)
    {
        using var reader = new StreamReader(stream);
        var terms = new List<LexiconTerm>();
        while (reader.ReadLine() is { } line)
        {
            var columns = line.Split('\t');
            var subject = SubjectCatalog.IndexOf(columns[0]);
            foreach (var (column, weight) in columns.Skip(1).Zip(Weights))
                terms.AddRange(column.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(term => new LexiconTerm(subject, term, weight)));
        }

        return terms;
    }
}
