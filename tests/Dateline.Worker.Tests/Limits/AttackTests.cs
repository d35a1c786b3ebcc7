using Dateline.Benchmarks.Limits;

namespace Dateline.Worker.Tests.Limits;

/// <summary>
/// Attacks of the table in deploy/SECURITY.md come to what the table says, and take no more than they may; those by pages are in HostileCostTests. Alone,
/// since other tests' memory would count.
/// </summary>
[Collection(nameof(AttackTests))]
public class AttackTests
{
    public static TheoryData<string> Attacks => [.. FeedAttacks.All.Concat(ServerAttacks.All).Select(attack => attack.Name)];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Run_Attack_IsStoppedByItsLimit(string name)
    {
        var attack = FeedAttacks.All.Concat(ServerAttacks.All).Single(attack => attack.Name == name);

        var result = await attack.Measure();

        Assert.Equal(attack.Expected, result.Outcome);
        Assert.InRange(result.Allocated >> 20, 0, attack.MostMegabytes);
    }
}

/// <summary>Runs when no other test does.</summary>
[CollectionDefinition(nameof(AttackTests), DisableParallelization = true)]
public class AttacksAlone;
