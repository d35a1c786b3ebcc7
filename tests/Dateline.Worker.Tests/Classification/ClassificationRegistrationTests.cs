using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Topics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Tests.Classification;

public class ClassificationRegistrationTests
{
    [Fact]
    public void AddClassification_NoModelNamed_UsesTheBuiltInOne() =>
        Assert.NotEmpty(Resolve(null).Classify(new ClassifierInput("Striker scores twice as Ghana win the cup final", Language: "en")).Topics);

    [Fact]
    public void AddClassification_ModelNamed_UsesIt()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "own.model");
        using (var stream = File.Create(file))
            TopicModelFile.Write(Models.Tiny("goose", "weather"), stream);

        Assert.Equal("weather", Assert.Single(Resolve(file).Classify(new ClassifierInput("The goose", Language: "en")).Topics).Slug);
    }

    [Fact]
    public void AddClassification_ModelIsMissing_FailsNamingTheFile()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Resolve("/nowhere/own.model"));

        Assert.Contains("Classification:TopicModel", error.Message, StringComparison.Ordinal);
        Assert.Contains("/nowhere/own.model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddClassification_ModelIsSomethingElse_FailsNamingTheFile()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "no model");

        Assert.Contains(file, Assert.Throws<OptionsValidationException>(() => Resolve(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddClassification_SubjectsWithoutTopics_FailsNamingBoth()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Resolve(null, ("Classification:Subjects", "true"), ("Classification:Topics", "false")));

        Assert.Contains("Classification:Subjects", error.Message, StringComparison.Ordinal);
        Assert.Contains("Classification:Topics", error.Message, StringComparison.Ordinal);
    }

    private static Classifier Resolve(string? model, params (string Name, string Value)[] settings)
    {
        var values = settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value);
        values["Classification:TopicModel"] = model;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddClassification()
            .BuildServiceProvider().GetRequiredService<Classifier>();
    }
}
