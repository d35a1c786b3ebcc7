using Dateline.Worker.Classification.Training;
using Dateline.Worker.Tests.Support;
using Xunit.Abstractions;

namespace Dateline.Worker.Tests.Classification.Regions;

/// <summary>
/// The same sentences in 25 languages name the same countries: what eight of them name is taken for what the sentence names. No truth, but no language can
/// be worse than the others unseen.
/// </summary>
public class ParallelSentencesTests(ITestOutputHelper output)
{
    private const int Enough = 8;

    /// <summary>Forms were written with the sentences for training at hand, and without those for development.</summary>
    [CorporaTheory]
    [InlineData("train", .96, .93, .9, .88)]
    [InlineData("dev", .94, .92, .85, .8)]
    public void Classify_SentencesInEveryLanguage_NameTheSameCountries(string split, double precision, double recall, double leastPrecision, double leastRecall)
    {
        var sentences = CorpusFiles.Rows(Corpora.PathOf("topics", Path.Combine("multilingual", "sib200_28_languages.jsonl.gz")))
            .Where(row => row.Split == split && BuiltIn.Lexicons.Languages.Contains(row.Language!))
            .Select(row => (row.Id, Language: row.Language!, Codes: BuiltIn.Classify("", row.Text, row.Language).Regions.Select(region => region.Code).ToHashSet())).ToList();
        var named = sentences.GroupBy(sentence => sentence.Id).ToDictionary(
            group => group.Key!, group => group.SelectMany(sentence => sentence.Codes).GroupBy(code => code).Where(code => code.Count() >= Enough).Select(code => code.Key).ToHashSet());
        var scores = sentences.GroupBy(sentence => sentence.Language).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (
            Language: group.Key, Right: group.Sum(sentence => sentence.Codes.Count(named[sentence.Id!].Contains)),
            Found: group.Sum(sentence => sentence.Codes.Count), All: group.Sum(sentence => named[sentence.Id!].Count))).ToList();
        foreach (var (language, right, found, all) in scores)
            output.WriteLine($"{language}: precision {right / (double)found:0.000}, recall {right / (double)all:0.000}, {all} named");
        var (allRight, allFound, allNamed) = (scores.Sum(score => score.Right), scores.Sum(score => score.Found), scores.Sum(score => score.All));
        output.WriteLine($"{split}, {scores.Count} languages: precision {allRight / (double)allFound:0.000}, recall {allRight / (double)allNamed:0.000}");

        Assert.Equal(25, scores.Count);
        Assert.True(allRight > precision * allFound && allRight > recall * allNamed);
        Assert.All(scores, score => Assert.True(score.Right > leastPrecision * score.Found && score.Right > leastRecall * score.All, score.ToString()));
    }
}
