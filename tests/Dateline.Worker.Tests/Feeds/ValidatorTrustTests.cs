using Dateline.Worker.Feeds;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.Tests.Feeds;

public class ValidatorTrustTests
{
    private static readonly long Now = Some.Now.ToUnixTimeMilliseconds();

    /// <summary>A feed that has said 304 since its last document.</summary>
    private static FeedRow Quiet(double hours, long held = 0) => Some.Feed() with
    {
        LastDocumentAt = Now - Hours(hours), LastSuccessAt = Now - Hours(1), ValidatorsCheckedAt = Now - Hours(hours), ValidatorsHeld = held,
    };

    private static long Hours(double hours) => (long)(hours * 3_600_000);

    [Theory]
    [InlineData(23, 0, ValidatorUse.Sent)]
    [InlineData(24, 0, ValidatorUse.Test)]
    [InlineData(47, 1, ValidatorUse.Sent)]
    [InlineData(48, 1, ValidatorUse.Test)]
    [InlineData(191, 9, ValidatorUse.Sent)]
    [InlineData(192, 9, ValidatorUse.Test)]
    internal void UseFor_OnlyNotModified_IsTestedEverMoreRarely(double hours, long held, ValidatorUse use) =>
        Assert.Equal(use, ValidatorTrust.UseFor(Quiet(hours, held), Some.Now));

    [Fact]
    public void UseFor_AFeedThatGaveADocumentLast_NeedsNoTest() =>
        Assert.Equal(ValidatorUse.Sent, ValidatorTrust.UseFor(Quiet(100) with { LastDocumentAt = Now - Hours(1) }, Some.Now));

    [Fact]
    public void UseFor_ABusyFeedFallenSilent_IsTestedSoon()
    {
        var busy = FeedRhythm.Unknown;
        for (var hour = -400; hour <= -12; hour++)
            busy = busy.After(Some.Now.AddHours(hour - 1), Some.Now.AddHours(hour), 5, 20);
        var silent = busy;
        for (var hour = -11; hour <= 0; hour++)
            silent = silent.After(Some.Now.AddHours(hour - 1), Some.Now.AddHours(hour), 0, null);
        Assert.Equal(ValidatorUse.Sent, ValidatorTrust.UseFor(Quiet(3) with { Rhythm = busy.Write() }, Some.Now));
        Assert.Equal(ValidatorUse.Test, ValidatorTrust.UseFor(Quiet(3) with { Rhythm = silent.Write() }, Some.Now));
    }

    [Fact]
    public void UseFor_Liars_NoneForAMonth()
    {
        var (checkedAt, held, until) = ValidatorTrust.After(Quiet(30, 2), ValidatorUse.Test, lied: true, Some.Now);
        var liar = Quiet(30) with { ValidatorsCheckedAt = checkedAt, ValidatorsHeld = held, ValidatorsDistrustedUntil = until };
        Assert.Equal(ValidatorUse.None, ValidatorTrust.UseFor(liar, Some.Now.AddDays(29)));
        Assert.NotEqual(ValidatorUse.None, ValidatorTrust.UseFor(liar, Some.Now.AddDays(31)));
    }

    [Fact]
    public async Task Poll_AServerThatSaysNotModifiedForEver_IsCaughtAndItsNewsSeen()
    {
        var (news, row, requests) = await Poll(
            tag: _ => "\"always\"", notModified: context => context.Request.Headers.IfNoneMatch.Count > 0);
        Assert.Contains(2, news);
        Assert.True(row.ValidatorsDistrustedUntil > 0);
        Assert.Equal(0, requests.Last().Headers.IfNoneMatch.Count);
    }

    [Fact]
    public async Task Poll_AServerWhoseTagChangesButIsNotLookedAt_IsCaught()
    {
        var (news, row, _) = await Poll(tag: version => $"\"{version}\"", notModified: context => context.Request.Headers.IfNoneMatch.Count > 0);
        Assert.Contains(2, news);
        Assert.True(row.ValidatorsDistrustedUntil > 0);
    }

    [Fact]
    public async Task Poll_AnHonestServer_IsTestedAndTrusted()
    {
        var version = 0;
        var (news, row, requests) = await Poll(
            tag: now => $"\"{version = now}\"", notModified: context => context.Request.Headers.IfNoneMatch == $"\"{version}\"", changesAt: 99);
        Assert.DoesNotContain(2, news);
        Assert.Null(row.ValidatorsDistrustedUntil);
        Assert.True(row.ValidatorsHeld >= 1);
        Assert.Equal(2, requests.Count(request => request.Headers.IfNoneMatch.Count == 0));
    }

    /// <summary>Two days of a poll each three hours; two more items appear at poll <paramref name="changesAt"/>.</summary>
    private static async Task<(List<int> New, FeedRow Row, IReadOnlyCollection<(string Path, IHeaderDictionary Headers)> Requests)> Poll(
        Func<int, string> tag, Func<HttpContext, bool> notModified, int changesAt = 4)
    {
        await using var database = await TestDatabase.Create();
        var poll = 0;
        await using var server = await LoopbackServer.Start(async context =>
        {
            var version = poll >= changesAt ? 2 : 1;
            if (notModified(context))
            {
                context.Response.StatusCode = 304;
                return;
            }

            context.Response.Headers.ETag = tag(version);
            var items = string.Concat(Enumerable.Range(1, version == 2 ? 4 : 2).Select(item => $"<item><guid>{item}</guid><title>{item}</title></item>"));
            await context.Response.WriteAsync($"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>");
        });
        using var web = Web.Fetcher();
        var poller = Pollers.Create(database, web);
        await database.Feeds.Add([new NewFeed(server.At("/feed").AbsoluteUri)], TimeSpan.Zero, CancellationToken.None);
        var id = await database.Feeds.IdsOf([server.At("/feed").AbsoluteUri], CancellationToken.None);
        var news = new List<int>();
        for (; poll < 16; poll++)
        {
            var feed = Assert.Single(await database.Feeds.Claim(id, TimeSpan.FromMinutes(3), CancellationToken.None));
            news.Add((await poller.Poll(feed, CancellationToken.None)).New);
            database.Time.Advance(TimeSpan.FromHours(3));
        }

        return (news[1..], (await database.Feeds.List(CancellationToken.None))[0], server.Requests);
    }
}
