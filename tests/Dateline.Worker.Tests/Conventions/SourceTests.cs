using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Conventions;

public class SourceTests
{
    private const int Longest = 250;

    [Fact]
    public void Files_AreSmall()
    {
        var lengths = Sources().Select(path => (Path: path, Lines: File.ReadLines(path).Count())).ToArray();
        Assert.NotEmpty(lengths);
        Assert.DoesNotContain(lengths, file => file.Lines > Longest);
    }

    [Fact]
    public void EventIds_AreUsedOnceEach()
    {
        var uses = Sources().SelectMany(path => File.ReadLines(path)).Where(line => line.Contains("LoggerMessage(EventIds.", StringComparison.Ordinal))
            .Select(line => line.Split("EventIds.")[1].Split([',', ')'])[0]).ToArray();
        Assert.NotEmpty(uses);
        Assert.Equal(uses.Distinct().Order(StringComparer.Ordinal), uses.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
