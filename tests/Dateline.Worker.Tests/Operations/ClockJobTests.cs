using Dateline.Worker.Operations;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dateline.Worker.Tests.Operations;

/// <summary>The clock goes ahead, feeds are polled by it, and it is set right: nothing waits for the wrong time.</summary>
public class ClockJobTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private readonly JumpingClock time = new();

    [Theory]
    [InlineData(49, true)]
    [InlineData(0, false)]
    public async Task Execute_ClockSetBack_MakesDueWhatWasPlannedByIt(int hours, bool setBack)
    {
        await using var database = await TestDatabase.Create();
        var (feeds, polls) = (new FeedStore(database.Database, time), new PollStore(database.Database, time));
        var job = new ClockJob(new ClockStore(database.Database, time), time, NullLogger<ClockJob>.Instance);
        await feeds.Add([new NewFeed("https://polled.example/"), new NewFeed("https://leased.example/")], TimeSpan.Zero, CancellationToken.None);
        await job.Execute(null!, CancellationToken.None);

        time.Jump(TimeSpan.FromHours(hours));
        foreach (var feed in (await feeds.ClaimDue(10, Lease, CancellationToken.None)).Where(feed => feed.Url.Contains("polled", StringComparison.Ordinal)))
        {
            var update = Some.Update(feed, time.GetUtcNow()) with { NextPollAt = time.Milliseconds() + 900_000, IntervalMs = 900_000 };
            await polls.Complete(feed, update, [], null, null, CancellationToken.None);
        }

        await job.Execute(null!, CancellationToken.None);
        time.Jump(TimeSpan.FromHours(-hours));
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.Empty(await feeds.ClaimDue(10, Lease, CancellationToken.None));
        await job.Execute(null!, CancellationToken.None);
        Assert.Equal(setBack ? 2 : 0, (await feeds.ClaimDue(10, Lease, CancellationToken.None)).Count);
    }

    /// <summary>What another worker polled a moment ago by a clock that is ahead of this one's.</summary>
    [Theory]
    [InlineData(5, 0)]
    [InlineData(3_600, 1)]
    public async Task Execute_FirstRound_MakesDueOnlyWhatWasPolledFarAhead(int secondsAhead, int due)
    {
        await using var database = await TestDatabase.Create();
        var (feeds, polls) = (new FeedStore(database.Database, time), new PollStore(database.Database, time));
        await feeds.Add([new NewFeed("https://polled.example/")], TimeSpan.Zero, CancellationToken.None);
        time.Jump(TimeSpan.FromSeconds(secondsAhead));
        var feed = (await feeds.ClaimDue(10, Lease, CancellationToken.None)).Single();
        var update = Some.Update(feed, time.GetUtcNow()) with { NextPollAt = time.Milliseconds() + 900_000, IntervalMs = 900_000 };
        await polls.Complete(feed, update, [], null, null, CancellationToken.None);
        time.Jump(TimeSpan.FromSeconds(-secondsAhead));

        await new ClockJob(new ClockStore(database.Database, time), time, NullLogger<ClockJob>.Instance).Execute(null!, CancellationToken.None);
        Assert.Equal(due, (await feeds.ClaimDue(10, Lease, CancellationToken.None)).Count);
    }
}
