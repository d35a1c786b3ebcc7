namespace Dateline.Worker.IntegrationTests.Faults;

public class ClusterTests
{
    [Fact]
    public async Task Node_LostForGood_LosesNothing() => (await ClusterScenario.Run(TimeSpan.FromSeconds(3))).AssertNothingLost();
}
