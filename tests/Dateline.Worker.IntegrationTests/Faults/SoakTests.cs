using System.Globalization;
using Dateline.Worker.IntegrationTests.Servers;
using Xunit.Abstractions;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>
/// The scenarios of the fault tests in their long form, for <c>DATELINE_SOAK_MINUTES</c> together; what each came to is a row of the
/// table in <c>artifacts/soak.md</c>. <c>bash deploy/soak.sh</c> runs it.
/// </summary>
[Collection(SharedServers.Name)]
public class SoakTests(ServersFixture servers, ITestOutputHelper output)
{
    /// <summary>Minutes that all scenarios take in their longest form: fifty kills, a minute's outages, ten thousand feeds for ten minutes.</summary>
    private const double Full = 35;

    private readonly List<string> table = ["| scenario | sent | received | lost | repeated | repeated with another id |", "| --- | --- | --- | --- | --- | --- |"];

    private readonly List<string> faults = [];

    [SoakFact]
    public async Task Soak_LosesNothing()
    {
        var share = Math.Min(1, SoakFactAttribute.Minutes!.Value / Full);
        var kills = (int)Math.Ceiling(50 * share);
        var outage = TimeSpan.FromSeconds(Math.Max(1, 60 * share));
        var broker = servers.RabbitMq;

        await Try($"worker killed {kills} times, SQLite", () => KillScenario.Run(broker.Address, "", kills, endLeases: false));
        await Try($"worker killed {kills} times, PostgreSQL", async () => await KillScenario.Run(broker.Address, await servers.PostgreSql.CreateDatabase(), kills, endLeases: false));
        foreach (var way in BrokerScenario.Ways)
            await Try($"broker {way} for {outage.TotalSeconds:0} s", () => BrokerScenario.Run(broker, "", [way], outage));
        foreach (var way in DatabaseScenario.Ways)
            await Try($"PostgreSQL {way} for {outage.TotalSeconds:0} s", () => DatabaseScenario.Run(broker.Address, servers.PostgreSql, [way], outage));
        await Try($"SQLite locked by another for {outage.TotalSeconds:0} s", async () => (await DatabaseScenario.RunLocked(broker.Address, outage)).Tally);
        if (new RootFactAttribute().Skip is null)
            await Try($"volume full for {outage.TotalSeconds:0} s", async () => (await DiskScenario.Run(broker.Address, outage)).Tally);
        await Try("clock days and hours ahead, behind, and right again", () => ClockScenario.Run(broker.Address, [49, 0, -3, 0]));
        await Try($"one of three workers killed, {kills} times", async () => await ReplicasScenario.Run(broker.Address, await servers.PostgreSql.CreateDatabase(), kills));
        await Try("one of a cluster's three nodes lost", () => ClusterScenario.Run(outage));
        await TryHolding((int)(10_000 * share), TimeSpan.FromMinutes(Math.Max(0.5, 10 * share)));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>One that goes wrong is a row like the others; the rest still run.</summary>
    private async Task Try(string name, Func<Task<Tally>> scenario)
    {
        try
        {
            var tally = await scenario();
            if (tally.Lost + tally.RepeatedWithAnotherId > 0)
                faults.Add($"{name}: {tally}");
            Row(name, tally.Sent, tally.Received, tally.Lost, tally.Repeated, tally.RepeatedWithAnotherId);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            faults.Add($"{name}: {e.Message}");
            Row($"{name}: {e.Message.Split('\n')[0]}", "-", "-", "-", "-", "-");
        }
    }

    private async Task TryHolding(int feeds, TimeSpan length)
    {
        var (polls, early, late) = await ManyFeedsScenario.Run(feeds, length);
        if (!DiskAndMemoryTests.IsFlat(early, late))
            faults.Add($"{feeds} feeds: {early} to {late}");
        table.Add("");
        table.Add(string.Create(CultureInfo.InvariantCulture,
            $"{feeds} feeds, {polls} polls in {length.TotalMinutes:0.#} minutes; held at a third of the time and at its end: {early.Megabytes:0} and {late.Megabytes:0} MB, {early.Handles} and {late.Handles} handles, {early.Threads} and {late.Threads} threads"));
        Write();
    }

    private void Row(params object[] cells)
    {
        table.Add($"| {string.Join(" | ", cells)} |");
        Write();
    }

    /// <summary>After each row, so that a soak that is cut short tells what it has.</summary>
    private void Write()
    {
        output.WriteLine(table[^1]);
        var file = Path.Combine(Worker.Tests.Support.Repository.Root, "artifacts", "soak.md");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, table);
    }
}

/// <summary>A test that runs for as long as <c>DATELINE_SOAK_MINUTES</c> says, and not at all without it.</summary>
public sealed class SoakFactAttribute : FactAttribute
{
    public SoakFactAttribute()
    {
        if (Minutes is null)
            Skip = "DATELINE_SOAK_MINUTES is not set; bash deploy/soak.sh [minutes] sets it.";
    }

    public static double? Minutes =>
        double.TryParse(Environment.GetEnvironmentVariable("DATELINE_SOAK_MINUTES"), NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;
}
