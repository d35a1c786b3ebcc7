using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Evaluation;
using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Tests.Classification.Taxonomies;

public sealed class TaxonomyTests : IDisposable
{
    private static readonly (string[] Labels, string Text)[] Rows =
    [
        (["sanctions"], "The bank's assets were frozen under the new sanctions list of the treasury"),
        (["sanctions"], "Traders dodged the embargo, and the treasury added them to its sanctions list"),
        (["sanctions"], "The embargo froze assets of the shipping firm and its owner"),
        (["fraud"], "The accountant forged invoices and embezzled from the charity"),
        (["fraud"], "Forged invoices hid what the embezzling cashier took"),
        (["fraud"], "A cashier embezzled for years with forged receipts and invoices"),
        (["sanctions", "fraud"], "Forged invoices hid goods that the embargo and the sanctions list forbid"),
        ([], "The gardener planted roses along the wall in the spring"),
        ([], "Roses and tulips flowered along the garden wall"),
        ([], "The choir sang in the garden, and the children planted tulips"),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Classify_OwnLabels_StandBesideTheTopicsWithTheirKey()
    {
        var tags = With(Trained("risk.model")).Classify(new ClassifierInput("Treasury freezes assets under the embargo", Text: "It put the firm on its sanctions list.", Language: "en"));

        var label = Assert.Single(tags.Labels);
        Assert.Equal(("risk", "risk:sanctions", "sanctions", "Sanctions"), (label.Taxonomy, label.Id, label.Slug, label.Name));
        Assert.Contains("embargo", label.Evidence);
        Assert.NotEmpty(tags.Topics);
        Assert.Contains("label.risk.sanctions", RoutingKeys.For(tags.Topics, tags.Regions, tags.Language, [], tags.Labels));
    }

    [Fact]
    public void Classify_TextAboutNoneOfThem_HasNoLabel() =>
        Assert.Empty(With(Trained("risk.model")).Classify(new ClassifierInput("Roses in the garden", Text: "The gardener planted tulips.", Language: "en")).Labels);

    [Fact]
    public void Classify_InsteadOfTheTopics_LeavesNoneInTheKey()
    {
        var options = new ClassificationOptions { Topics = false, Taxonomies = [Trained("risk.model")] };
        var tags = Classifier.Load(options).Classify(new ClassifierInput("Cashier in Paris embezzled with forged invoices", Language: "en"));

        Assert.Empty(tags.Topics);
        Assert.Equal(["none.europe.western-europe.fr.en", "label.risk.fraud"], RoutingKeys.For(tags.Topics, tags.Regions, tags.Language, [], tags.Labels));
    }

    [Theory]
    [InlineData("de", 0)]
    [InlineData("en", 1)]
    [InlineData("und", 1)]
    public void Add_LanguageThatItDidNotLearn_IsLeftAlone(string language, int expected)
    {
        var tagger = Assert.Single(With(Trained("risk.model")).Taxonomies);
        var labels = new List<ArticleLabel>();
        tagger.Add("Forged invoices of an embezzling cashier", "", language, labels);

        Assert.Equal(expected, labels.Count);
    }

    [Fact]
    public void Train_FrenchTexts_ReadsFrenchAndNotEnglish()
    {
        var rows = new (string[] Labels, string Text)[]
        {
            (["greve"], "Les cheminots sont en grève et les trains ne circulent pas dans le pays"), (["greve"], "La grève des cheminots continue, les trains restent à quai"),
            (["greve"], "Les syndicats des cheminots appellent à la grève pour les salaires"), ([], "Le jardinier a planté des roses dans le jardin de la ville"),
            ([], "Des roses et des tulipes fleurissent dans le jardin"), ([], "Les enfants chantent dans le jardin avec le jardinier"),
        };
        var model = TopicModelFile.Load(Trained("social.model", """["greve"]""", rows));

        Assert.Equal(["fr"], model.Languages);
    }

    [Fact]
    public void Evaluate_HeldOutRows_ScoresTheLabels()
    {
        var held = Write("held.jsonl",
        [
            """{"text": "Forged invoices of the embezzling cashier", "labels": ["fraud"]}""",
            """{"text": "The embargo froze assets, says the treasury", "labels": ["sanctions"]}""",
            """{"text": "Roses along the garden wall", "labels": []}""",
        ]);
        var report = TopicEvaluation.Run(With(Trained("risk.model")), new EvaluationInput(held, ""), _ => () => { });

        Assert.Equal(["sanctions", "fraud"], report.Topics.Select(topic => topic.Slug));
        Assert.Equal((3, 1.0, 1.0), (report.Texts, report.Micro.Precision, report.Micro.Recall));
    }

    [Fact]
    public void Load_ModelsInEachOthersPlace_AreToldApart()
    {
        var own = Trained("risk.model");
        var builtIn = Path.Combine(folder, "topics.model");
        using (var file = File.Create(builtIn))
            TopicModelFile.Write(Models.Tiny("flood", "disaster"), file);

        Assert.Contains($"{own} has labels of its own", Fails(new ClassificationOptions { TopicModel = own }), StringComparison.Ordinal);
        Assert.Contains($"{builtIn} has the built-in topics", Fails(new ClassificationOptions { Taxonomies = [builtIn] }), StringComparison.Ordinal);
        Assert.Contains("is there already", Fails(new ClassificationOptions { Taxonomies = [own, own] }), StringComparison.Ordinal);
        Assert.Contains("/nowhere.model", Fails(new ClassificationOptions { Taxonomies = ["/nowhere.model"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutShortOrChanged_SaysThatItIsNone()
    {
        var bytes = File.ReadAllBytes(Trained("risk.model"));
        for (var at = 0; at < bytes.Length; at++)
        {
            var broken = (byte[])bytes.Clone();
            broken[at] ^= 0x55;
            Assert.True(Record.Exception(() => TopicModelFile.Read(new MemoryStream(broken))) is null or InvalidDataException);
            Assert.True(Record.Exception(() => TopicModelFile.Read(new MemoryStream(bytes[..at]))) is null or InvalidDataException);
        }
    }

    private static string Fails(ClassificationOptions options) => Assert.Throws<InvalidDataException>(() => Classifier.Load(options)).Message;

    private static Classifier With(string model) => Classifier.Load(new ClassificationOptions { Taxonomies = [model] });

    private string Trained(string name) =>
        Trained(name, """{"taxonomy": "risk", "labels": [{"slug": "sanctions", "name": "Sanctions"}, "fraud"]}""", Rows);

    private string Trained(string name, string labels, (string[] Labels, string Text)[] rows)
    {
        string[] lines = [.. Enumerable.Range(0, 5).SelectMany(_ => rows).Select(row => JsonSerializer.Serialize(new { text = row.Text, labels = row.Labels }))];
        var write = TrainTargets.OwnTopics([Write("own.jsonl", lines)], Write("labels.json", [labels]), new TrainingOptions(), _ => { });
        var path = Path.Combine(folder, name);
        using var stream = File.Create(path);
        write(stream);
        return path;
    }

    private string Write(string name, string[] lines)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
