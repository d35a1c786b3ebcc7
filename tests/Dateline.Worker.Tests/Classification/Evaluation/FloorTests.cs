using Dateline.Worker.Classification.Evaluation;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Classification.Evaluation;

/// <summary>What the built-in data is good for, a little under what was measured: a change that costs more than that is seen here.</summary>
public class FloorTests
{
    private static readonly string Labelled = Corpora.PathOf("topics", "labelled.jsonl.gz");
    private static readonly string LocalNews = Corpora.PathOf("topics", "dev", "lgl_articles.jsonl.gz");

    [CorporaFact]
    public void Topics_LabelledTexts_AreFound()
    {
        var report = Topics(Labelled);

        Floor(.82, report.Micro.F1);
        Floor(.82, report.MacroF1);
        Floor(.90, report.TopRight);
        Assert.All(report.Topics, topic => Floor(.65, topic.F1));
        Assert.InRange(report.CalibrationError, 0, .02);
    }

    [CorporaFact]
    public void Topics_LocalNews_AreFound()
    {
        var report = Topics(LocalNews);

        Floor(.75, report.Micro.F1);
        Floor(.71, report.MacroF1);
        Floor(.85, report.TopRight);
    }

    [CorporaFact]
    public void Topics_FrenchArticles_AreFound()
    {
        var report = Topics(Corpora.PathOf("topics", "multilingual", "masakhanews_fra_dev.jsonl.gz"));

        Floor(.59, report.Micro.F1);
        Floor(.61, report.TopRight);
        Floor(.79, Assert.Single(report.Choice).Right);
    }

    [CorporaFact]
    public void Topics_SentencesInTwentyFiveLanguages_AreFound()
    {
        var languages = Topics(Corpora.PathOf("topics", "multilingual", "sib200_28_languages.jsonl.gz")).Choice;

        Assert.Equal(25, languages.Count);
        Floor(.65, languages.Average(language => language.Answered));
        Floor(.87, languages.Average(language => language.RightWhenAnswered));
        Floor(.88, languages.Average(language => language.RightOfSurest));
        Assert.All(languages, language => Floor(.80, language.RightWhenAnswered));
    }

    [CorporaFact]
    public void Regions_LabelledTexts_AreFound() => Floor(.82, Regions(new EvaluationInput(Labelled, Corpora.Folder)).Focus.F1);

    [CorporaFact]
    public void Regions_LocalNews_AreFound() => Floor(.83, Regions(new EvaluationInput(LocalNews, Corpora.Folder)).Focus.F1);

    [CorporaFact]
    public void Regions_LocalNewsWithTheFeedsCountry_AreFound() => Floor(.91, Regions(new EvaluationInput(LocalNews, Corpora.Folder, WithHome: true)).Focus.F1);

    [CorporaFact]
    public void Regions_GeoVirus_AreFound()
    {
        var report = Regions(new EvaluationInput(Corpora.PathOf("regions", "dev", "GeoVirus.xml.gz"), Corpora.Folder));

        Floor(.93, report.Named.F1);
        Floor(.915, report.TopRight);
    }

    private static TopicReport Topics(string path) => TopicEvaluation.Run(BuiltIn.Classifier, new EvaluationInput(path, Corpora.Folder), _ => () => { });

    private static RegionReport Regions(EvaluationInput input) => RegionEvaluation.Run(BuiltIn.Classifier, input, _ => () => { });

    private static void Floor(double floor, double measured) => Assert.True(measured >= floor, $"{measured:0.0000} is under {floor}.");
}
