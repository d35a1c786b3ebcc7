using Dateline.Benchmarks.Fuzz;
using Dateline.Worker.Tests.Support;
using Xunit.Abstractions;

namespace Dateline.Worker.Tests.Fuzz;

/// <summary>
/// A few seconds of what <c>dotnet run -c Release --project tests/Dateline.Benchmarks -- fuzz --minutes 60</c> does for an hour. The cases are always the
/// same, from the tests' own files alone, so that what fails here fails everywhere.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20260304;

    public static TheoryData<string, int> Targets => new()
    {
        { "feeds", 1_500 }, { "documents", 1_500 }, { "dates", 20_000 }, { "pages", 60 }, { "watches", 1_000 }, { "urls", 10_000 }, { "links", 5_000 }, { "opml", 500 }, { "robots", 2_000 },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Check_MutatedSeeds_KeepTheirProperties(string name, int cases)
    {
        var target = FuzzTargets.All.Single(target => target.Name == name);
        var report = new FuzzLoop(target, new FuzzSeeds(Repository.Root, withCorpora: false), Seed).Run((executions, _) => executions < cases);

        output.WriteLine($"{report.Executions} executions in {report.Time.TotalSeconds:0.0} s, {report.MostAllocated >> 10} KB at most");
        Assert.True(report.Executions >= cases);
        Assert.True(report.Findings.Count == 0, report.ToString());
    }

    /// <summary>Pages have tests of their own over theirs.</summary>
    [CorporaTheory]
    [InlineData("feeds")]
    [InlineData("dates")]
    [InlineData("urls")]
    [InlineData("opml")]
    [InlineData("robots")]
    public void Check_SeedsOfTheCorpora_HaveTheProperties(string name)
    {
        var report = new FuzzLoop(FuzzTargets.All.Single(target => target.Name == name), new FuzzSeeds(Repository.Root, withCorpora: true), Seed).Run((_, _) => false);

        Assert.True(report.Executions > 20);
        Assert.True(report.Findings.Count == 0, report.ToString());
    }

    [Fact]
    public void Targets_AllAreFuzzed() => Assert.Equal(FuzzTargets.All.Select(target => target.Name).Order(), Targets.Select(row => (string)row[0]).Order());

    [Fact]
    public void Run_TargetWithAFault_FindsAndMinimisesIt()
    {
        var report = new FuzzLoop(new Faulty(), new FuzzSeeds(Repository.Root, withCorpora: false), Seed).Run((executions, _) => executions < 2_000);

        Assert.Contains(report.Findings, finding => finding.Fault.Key == "a text has no brackets" && finding.Input is [(byte)'<', (byte)'>'] or [(byte)'>', (byte)'<']);
        Assert.Contains(report.Findings, finding => finding.Fault.Key == "allocation");
    }

    private sealed class Faulty : FuzzTarget
    {
        public override string Name => "faulty";

        public override IReadOnlyList<string> Pieces { get; } = ["<", ">", "x"];

        public override long MostAllocated(int length) => 1 << 20;

        public override IEnumerable<byte[]> Seeds(FuzzSeeds seeds) => ["a text"u8.ToArray()];

        public override void Check(byte[] input)
        {
            GC.KeepAlive(input.Length > 1_000 ? new byte[2 << 20] : null);
            Require(!input.Contains((byte)'<') || !input.Contains((byte)'>'), "a text has no brackets");
        }
    }
}
