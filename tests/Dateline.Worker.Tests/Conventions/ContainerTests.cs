using System.Text.RegularExpressions;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Conventions;

/// <summary>What deploy/SECURITY.md says of the container stands in the files that make it.</summary>
public partial class ContainerTests
{
    private static readonly string[] Image = File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile"));

    /// <summary>The lines of a service in compose.yaml.</summary>
    private static string[] Service(string name) => [.. File.ReadLines(Path.Combine(Repository.Root, "deploy", "compose.yaml"))
        .SkipWhile(line => line != $"  {name}:").Skip(1).TakeWhile(line => line.Length == 0 || line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim())];

    [Fact]
    public void Image_LastStage_HasNoShellAndNoRoot()
    {
        var stage = Image[Array.FindLastIndex(Image, line => line.StartsWith("FROM ", StringComparison.Ordinal))..];
        Assert.Contains("chiseled", stage[0], StringComparison.Ordinal);
        Assert.Equal("USER 1654", Assert.Single(stage, line => line.StartsWith("USER ", StringComparison.Ordinal)));
        Assert.DoesNotContain(stage, line => line.StartsWith("RUN ", StringComparison.Ordinal));
        // exec form: there is no shell to start them
        Assert.All(stage.Where(line => Started().IsMatch(line)), line => Assert.Contains("[\"", line, StringComparison.Ordinal));
        Assert.Equal(3, stage.Count(line => Started().IsMatch(line)));
    }

    [Fact]
    public void Image_Build_RestoresWhatTheLockFilesSay() => Assert.Contains(Image, line => line.Contains("dotnet restore", StringComparison.Ordinal) && line.Contains("--locked-mode", StringComparison.Ordinal));

    [Theory]
    [InlineData("read_only: true")]
    [InlineData("cap_drop: [ALL]")]
    [InlineData("security_opt: [\"no-new-privileges:true\"]")]
    [InlineData("volumes: [\"worker-data:/data\"]")]
    public void Compose_Worker_HasNoMoreThanItNeeds(string line) => Assert.Contains(line, Service("worker"));

    [Theory]
    [InlineData("worker")]
    [InlineData("rabbitmq")]
    [InlineData("postgres")]
    [InlineData("seq")]
    public void Compose_Ports_AreThisMachinesOnly(string service)
    {
        var lines = Service(service);
        Assert.NotEmpty(lines);
        Assert.All(lines.Where(line => line.StartsWith("ports:", StringComparison.Ordinal)), line => Assert.All(Port().Matches(line), port => Assert.StartsWith("\"127.0.0.1:", port.Value, StringComparison.Ordinal)));
    }

    [GeneratedRegex("^(ENTRYPOINT|CMD|HEALTHCHECK) ")]
    private static partial Regex Started();

    [GeneratedRegex("\"[^\"]+\"")]
    private static partial Regex Port();
}
