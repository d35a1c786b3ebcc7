using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Contracts;

public class AsyncApiTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "src", "Dateline.Contracts", "asyncapi.yaml"));

    [Theory]
    [InlineData(typeof(ArticleTagged))]
    [InlineData(typeof(ArticleFeed))]
    [InlineData(typeof(ArticleImage))]
    [InlineData(typeof(ArticleStory))]
    [InlineData(typeof(Topic))]
    [InlineData(typeof(ArticleLabel))]
    [InlineData(typeof(Region))]
    [InlineData(typeof(FeedHealthChanged))]
    [InlineData(typeof(FeedGapDetected))]
    public void EveryField_IsDescribed(Type contract) => Assert.All(
        contract.GetProperties().Where(property => !property.GetMethod!.IsStatic),
        property => Assert.Contains($" {JsonNamingPolicy.CamelCase.ConvertName(property.Name)}:", Document, StringComparison.Ordinal));
}
