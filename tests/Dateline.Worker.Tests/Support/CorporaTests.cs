namespace Dateline.Worker.Tests.Support;

public class CorporaTests
{
    [Fact]
    public void Root_HoldsTheSolution() => Assert.True(File.Exists(Path.Combine(Repository.Root, "Worker.sln")));

    [CorporaFact]
    public void Corpora_WhereTheyAre_HaveTheirReadme() => Assert.True(File.Exists(Corpora.PathOf("README.md")));
}
