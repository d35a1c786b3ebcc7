using System.Security.Cryptography;
using System.Text;
using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Training;
using Dateline.Worker.Tests.Support;
using Xunit.Abstractions;

namespace Dateline.Worker.Tests.Classification.Subjects;

/// <summary>English texts whose subjects were labelled by reading them; in <c>labelled.tsv</c> they are known by a hash.</summary>
public class SubjectCorpusTests(ITestOutputHelper output)
{
    private static readonly string[] Files = ["labelled.jsonl.gz", Path.Combine("dev", "lgl_articles.jsonl.gz")];

    /// <summary>Those on which nothing was chosen; with the topics that they are labelled with, or those that the tagger gives, its mistakes included.</summary>
    [CorporaTheory]
    [InlineData(true, .74, .6)]
    [InlineData(false, .72, .55)]
    public void Add_HeldOutTexts_AreMostlyRight(bool withRightTopics, double leastPrecision, double leastRecall)
    {
        var classifier = Classifier.Load(new ClassificationOptions { Subjects = true });
        var labelled = Labelled().Where(line => line.Value.IsHeld).ToDictionary();
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var row in Files.SelectMany(file => CorpusFiles.Rows(Corpora.PathOf("topics", file))))
        {
            if (!labelled.TryGetValue(KeyOf(row), out var expected))
                continue;
            var labels = withRightTopics ? BuiltIn.Subjects(row.Title ?? "", row.Text ?? "", "en", row.Topics!) : classifier.Classify(new ClassifierInput(row.Title ?? "", Text: row.Text, Language: "en")).Labels;
            var found = labels.Select(label => label.Slug).ToHashSet(StringComparer.Ordinal);
            right += found.Count(expected.Subjects.Contains);
            wrong += found.Count(slug => !expected.Subjects.Contains(slug) && !expected.AlsoRight.Contains(slug));
            missed += expected.Subjects.Count(slug => !found.Contains(slug));
        }

        var (precision, recall) = (right / (double)(right + wrong), right / (double)(right + missed));
        output.WriteLine($"{labelled.Count} texts, topics {(withRightTopics ? "given" : "tagged")}: precision {precision:0.000}, recall {recall:0.000}");
        Assert.True(labelled.Count > 100 && precision > leastPrecision && recall > leastRecall, $"precision {precision:0.000}, recall {recall:0.000}");
    }

    [Fact]
    public void Labelled_NamesSubjectsThatThereAre() =>
        Assert.All(Labelled().Values.SelectMany(line => line.Subjects.Concat(line.AlsoRight)), slug => Assert.True(SubjectCatalog.IndexOf(slug) >= 0));

    private static Dictionary<string, (bool IsHeld, string[] Subjects, string[] AlsoRight)> Labelled() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Dateline.Worker.Tests", "Classification", "Subjects", "labelled.tsv"))
            .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
            .ToDictionary(columns => columns[0], columns => (columns[1] == "held", Words(columns[2]), Words(columns[3])), StringComparer.Ordinal);

    private static string[] Words(string column) => column.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string KeyOf(CorpusRow row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Title}\n{row.Text}")))[..32];
}
