using Dateline.Worker.Jobs;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Jobs;

public class SteadyClockTests
{
    [Fact]
    public void GetUtcNow_ClockThatIsSet_CountsWhatHasPassed()
    {
        var time = new JumpingClock();
        var steady = new SteadyClock(time);
        time.Pass(TimeSpan.FromSeconds(2));
        time.Jump(TimeSpan.FromDays(-2));
        time.Pass(TimeSpan.FromSeconds(3));
        Assert.Equal(Some.Now.AddSeconds(5), steady.GetUtcNow());
        Assert.Equal(Some.Now.AddSeconds(5).AddDays(-2), time.GetUtcNow());
    }
}
