using System.Net;
using Dateline.Worker.IntegrationTests.Support;

namespace Dateline.Worker.IntegrationTests;

/// <summary>The program as its user meets it: the demo, the first run, its health, its end.</summary>
public class ServiceTests
{
    [Fact]
    public async Task Demo_ShowsPollsTagsAndEventsAndEndsWithASummary()
    {
        await using var dateline = new Support.Dateline();
        var (exit, output, error) = await dateline.Run("demo", "--seconds", "32");
        Assert.Equal((0, 0), (exit, error.Count));
        foreach (var text in new[] { " Polled ", " Tagged What the Paris attack", " Event  conflict.", " Moved ", " Failed ", "events published", "countries in focus" })
            Assert.Contains(output, line => line.Contains(text, StringComparison.Ordinal));
        Assert.DoesNotContain(output, line => line.StartsWith("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_NothingCanBeReached_SaysWhyOnceAndKeepsRunning()
    {
        await using var dateline = new Support.Dateline(("Http__ConnectTimeoutSeconds", "2"));
        var list = dateline.WriteFeedList(Enumerable.Range(0, 12).Select(number => new Uri($"http://feed{number}.invalid/rss")));
        await using var worker = dateline.Start("run", "--feeds", list);
        var hint = await worker.WaitForLine("dateline demo", TimeSpan.FromSeconds(60));
        Assert.Contains("no way to the internet", hint, StringComparison.Ordinal);
        // the hint comes with the eighth host; how soon the others fail is up to the machine's resolver
        for (var left = 100; left > 0 && Failed() < 12; left--)
            await Task.Delay(100);
        await Task.Delay(1000);
        Assert.Single(worker.Lines, line => line.Contains("dateline demo", StringComparison.Ordinal));
        Assert.Equal(12, Failed());
        Assert.DoesNotContain(worker.Lines, line => line.StartsWith("   at ", StringComparison.Ordinal));
        Assert.False(worker.HasExited);

        int Failed() => worker.Lines.Count(line => line.Contains(".invalid has no address", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Health_OfTheRunningWorkerAndOfNone()
    {
        await using var dateline = new Support.Dateline();
        var port = $"{dateline.Port}";
        await using (var worker = await dateline.StartService())
        {
            Assert.Equal(0, (await dateline.Run("health", "--port", port)).Exit);
            Assert.Equal(0, (await dateline.Run("health", "--ready", "--port", port)).Exit);
            await worker.Terminate();
            Assert.Equal(0, await worker.WaitForExit(TimeSpan.FromSeconds(20)));
            Assert.Contains(worker.Lines, line => line.Contains("Dateline stopped", StringComparison.Ordinal));
        }

        var (exit, _, error) = await dateline.Run("health", "--port", port);
        Assert.Equal(1, exit);
        Assert.Contains(port, Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiskNearlyFull_PollsNothingAndSaysSoOnce()
    {
        await using var site = await NewsSite.Paris();
        await using var dateline = new Support.Dateline(("Storage__MinFreeMegabytes", "1000000"));
        await dateline.Run("feeds", "add", site.At("/feed.xml").AbsoluteUri);
        await using var worker = await dateline.StartService();
        await worker.WaitForLine("Polling is slowed to 0", TimeSpan.FromSeconds(30));
        await Task.Delay(TimeSpan.FromSeconds(4));
        Assert.Single(worker.Lines, line => line.Contains("Polling is slowed", StringComparison.Ordinal));
        Assert.DoesNotContain(worker.Lines, line => line.Contains("Polled", StringComparison.Ordinal));

        Assert.Contains("for want of room", (await StatusPage(dateline)).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StatusPage_ShowsArticlesAndFeedsWithTroubleAndEncodesWhatFeedsSay()
    {
        await using var site = await NewsSite.Paris();
        await using var dateline = new Support.Dateline();
        await using var worker = await dateline.StartService();
        await dateline.Run("feeds", "add", site.At("/feed.xml").AbsoluteUri);
        await dateline.Run("feeds", "add", "--unchecked", site.At("/missing<b>").AbsoluteUri.Replace("%3C", "<", StringComparison.Ordinal));
        await worker.WaitForLine(" Tagged ", TimeSpan.FromSeconds(60));
        await worker.WaitForLine(" Failed ", TimeSpan.FromSeconds(60));

        var (status, page) = await StatusPage(dateline);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("What the Paris attack has taught us about ISIS", page, StringComparison.Ordinal);
        Assert.Contains("Feeds with trouble", page, StringComparison.Ordinal);
        Assert.DoesNotContain("missing<b>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Feeds__BatchSize", "0", "BatchSize")]
    [InlineData("Feeds__BatchSize", "many", "Feeds:BatchSize")]
    [InlineData("Publishing__RabbitMq", "localhost", "Publishing:RabbitMq")]
    [InlineData("Http__AllowedNetworks__0", "10.0.0.1/99", "10.0.0.1/99")]
    [InlineData("Push__CallbackAddress", "news.example.org/websub", "Push:CallbackAddress")]
    [InlineData("Feeds__File", "/nowhere/feeds.opml", "/nowhere/feeds.opml")]
    [InlineData("Log__Format", "xml", "Format")]
    [InlineData("Storage__PostgreSql", "Host=127.0.0.1;Port=9;Username=x;Password=secret", "127.0.0.1:9")]
    [InlineData("Seq__ApiKey__FILE", "/nowhere/key", "Seq__ApiKey__FILE")]
    public async Task Run_BadSetting_EndsWithOneLineThatNamesIt(string name, string value, string named)
    {
        await using var dateline = new Support.Dateline((name, value));
        var (exit, output, error) = await dateline.Run("run");
        Assert.NotEqual(0, exit);
        var lines = error.Concat(output).Where(line => line.Length > 0).ToArray();
        Assert.Contains(named, Assert.Single(lines), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", lines[0], StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Page)> StatusPage(Support.Dateline dateline)
    {
        using var handler = new SocketsHttpHandler();
        using var client = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{dateline.Port}/");
        using var response = await client.SendAsync(request, CancellationToken.None);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
