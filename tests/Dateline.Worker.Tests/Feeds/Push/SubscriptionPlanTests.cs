using Dateline.Worker.Feeds.Push;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds.Push;

public class SubscriptionPlanTests
{
    private static readonly TimeSpan TenDays = TimeSpan.FromDays(10);

    private static SubscriptionRow Row(string state = SubscriptionRow.Pending, long attempts = 1, string hubs = "https://a.example/ https://b.example/") => new()
    {
        Hub = "https://a.example/", Hubs = hubs, Topic = "https://news.example/feed", Token = "t", Secret = "s", State = state, Attempts = attempts,
    };

    private static SubscriptionRow Active(double leftHours, long attempts = 1) => Row(SubscriptionRow.Active, attempts) with
    {
        VerifiedAt = 5, ExpiresAt = Some.Now.AddHours(leftHours).ToUnixTimeMilliseconds(),
    };

    private static double HoursUntil(long? time) => (UnixTime.FromMilliseconds(time!.Value) - Some.Now).TotalHours;

    [Theory]
    [InlineData(36_000L, 0, 10, 8)]
    [InlineData(36_000L, 1, 10, 7.6)]
    [InlineData(null, 0, 240, 192)]
    [InlineData(9_999_999_999L, 0, 2160, 1728)]
    public void Verified_RenewsBeforeTheLeaseEnds(long? seconds, double jitter, double lease, double renewal)
    {
        var after = SubscriptionPlan.Verified(Row(), seconds, TenDays, Some.Now, jitter);
        Assert.Equal((SubscriptionRow.Active, 0), (after.State, after.Attempts));
        Assert.Equal((lease, renewal), (HoursUntil(after.ExpiresAt), HoursUntil(after.DueAt)));
    }

    [Fact]
    public void Verified_Renewal_KeepsSinceWhen()
    {
        Assert.Equal(5, SubscriptionPlan.Verified(Active(1), 60, TenDays, Some.Now, 0).VerifiedAt);
        Assert.Equal(Some.Now.ToUnixTimeMilliseconds(), SubscriptionPlan.Verified(Active(-1), 60, TenDays, Some.Now, 0).VerifiedAt);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(30, 720)]
    public void Asked_Unreachable_BacksOff(long attempts, double minutes)
    {
        var after = SubscriptionPlan.Asked(Row(attempts: attempts, hubs: "https://a.example/"), new HubAnswer.Unreachable("no answer"), Some.Now, 0);
        Assert.Equal((minutes, "no answer"), (Math.Round(HoursUntil(after.DueAt) * 60, 3), after.LastError));
    }

    [Fact]
    public void Asked_UnreachableForLong_TriesTheNextHubUnderANewToken()
    {
        var after = SubscriptionPlan.Asked(Row(attempts: 3), new HubAnswer.Unreachable("no answer"), Some.Now, 0);
        Assert.Equal(("https://b.example/", SubscriptionRow.Wanted, 0), (after.Hub, after.State, after.Attempts));
        Assert.True(after.Token.Length == 64 && after.Secret.Length == 64 && after.Token != after.Secret);
        Assert.Equal(0, HoursUntil(after.DueAt));
    }

    [Fact]
    public void Asked_UnreachableWhileActive_KeepsTheHubAndIsAskedAgainWhenTheLeaseEndsAtTheLatest()
    {
        var after = SubscriptionPlan.Asked(Active(0.5, attempts: 9), new HubAnswer.Unreachable("no answer"), Some.Now, 1);
        Assert.Equal(("https://a.example/", SubscriptionRow.Active, 0.5), (after.Hub, after.State, HoursUntil(after.DueAt)));
    }

    [Fact]
    public void Asked_LeaseOver_IsNoLongerVerified() =>
        Assert.Null(SubscriptionPlan.Asked(Active(-1) with { State = SubscriptionRow.Pending }, new HubAnswer.Accepted(), Some.Now, 0).VerifiedAt);

    [Fact]
    public void Asked_Refused_TriesTheNextHubAndAfterTheLastWaitsADay()
    {
        var next = SubscriptionPlan.Asked(Row(), new HubAnswer.Refused("HTTP 403"), Some.Now, 0);
        Assert.Equal(("https://b.example/", SubscriptionRow.Wanted, 0.0), (next.Hub, next.State, HoursUntil(next.DueAt)));
        var last = SubscriptionPlan.Asked(next, new HubAnswer.Refused("HTTP 404"), Some.Now, 0);
        Assert.Equal(("https://a.example/", SubscriptionRow.Denied, 24.0, "HTTP 404"), (last.Hub, last.State, HoursUntil(last.DueAt), last.LastError));
    }

    [Fact]
    public void Denied_WhileActive_IsNoLongerActive()
    {
        var after = SubscriptionPlan.Denied(Active(5) with { Hubs = "https://a.example/" }, "no", Some.Now, 1);
        Assert.Equal((SubscriptionRow.Denied, null, 26.4), (after.State, after.ExpiresAt, Math.Round(HoursUntil(after.DueAt), 3)));
    }

    [Fact]
    public void Asked_Leaving_EndsWhenRefusedOrAfterSomeAttempts()
    {
        Assert.Equal(SubscriptionRow.Leaving, SubscriptionPlan.Asked(Row(SubscriptionRow.Leaving, 2), new HubAnswer.Unreachable("x"), Some.Now, 0).State);
        Assert.Equal(SubscriptionRow.Ended, SubscriptionPlan.Asked(Row(SubscriptionRow.Leaving, 3), new HubAnswer.Accepted(), Some.Now, 0).State);
        Assert.Equal(SubscriptionRow.Ended, SubscriptionPlan.Asked(Row(SubscriptionRow.Leaving, 1), new HubAnswer.Refused("x"), Some.Now, 0).State);
    }
}
