using System.Diagnostics;
using System.Text.Json;
using Dateline.Worker.IntegrationTests.Support;

namespace Dateline.Worker.IntegrationTests;

/// <summary>What arrives in Seq, from the real program.</summary>
public class SeqTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task Events_ArriveWithTemplatesTypedPropertiesAndTraces()
    {
        await using var site = await NewsSite.Paris();
        await using var seq = await SeqReceiver.Start("secret");
        await using var dateline = new Support.Dateline(("Seq__Url", seq.Address.AbsoluteUri), ("Seq__ApiKey", "secret"));
        await dateline.Run("feeds", "add", site.At("/feed.xml").AbsoluteUri);
        await using var worker = await dateline.StartService();

        var polled = await WaitFor(seq, "Polled {FeedUrl}: {NewEntries} new");
        Assert.Equal((1, JsonValueKind.Number), (polled.GetProperty("NewEntries").GetInt32(), polled.GetProperty("ElapsedMs").ValueKind));
        Assert.Equal(site.At("/feed.xml").AbsoluteUri, polled.GetProperty("FeedUrl").GetString());
        Assert.Equal(("Dateline", JsonValueKind.Number), (polled.GetProperty("Application").GetString(), polled.GetProperty("FeedId").ValueKind));

        var tagged = await WaitFor(seq, "Tagged {Title}");
        Assert.Equal("What the Paris attack has taught us about ISIS", tagged.GetProperty("Title").GetString());
        // one trace from the poll that found the article to its tags
        Assert.Equal(polled.GetProperty("@tr").GetString(), tagged.GetProperty("@tr").GetString());
        Assert.NotEqual(polled.GetProperty("@sp").GetString(), tagged.GetProperty("@sp").GetString());
        Assert.Empty(seq.Refused);
    }

    [Fact]
    public async Task Level_IsRuledBySeqAndAWrongKeyStopsNothing()
    {
        await using var seq = await SeqReceiver.Start("secret");
        seq.MinimumLevel = "Debug";
        await using var site = await NewsSite.Paris();
        await using var dateline = new Support.Dateline(
            ("Seq__Url", seq.Address.AbsoluteUri), ("Seq__ApiKey", "secret"), ("Feeds__MinIntervalMinutes", "0.02"), ("Feeds__InitialIntervalMinutes", "0.02"), ("Feeds__MaxIntervalMinutes", "0.02"));
        await dateline.Run("feeds", "add", site.At("/feed.xml").AbsoluteUri);
        await using (await dateline.StartService())
            await WaitUntil(() => seq.Events.Any(taken => taken.TryGetProperty("@l", out var level) && level.GetString() == "Debug"));

        await using var wrong = new Support.Dateline(("Seq__Url", seq.Address.AbsoluteUri), ("Seq__ApiKey", "wrong"));
        await using var worker = await wrong.StartService();
        await WaitUntil(() => seq.Refused.Contains("Invalid API key."));
        Assert.False(worker.HasExited);
    }

    [Fact]
    public async Task Buffer_KeepsWhatSeqMissed()
    {
        await using var seq = await SeqReceiver.Start();
        seq.Away = true;
        await using var dateline = new Support.Dateline(("Seq__Url", seq.Address.AbsoluteUri));
        var buffer = Path.Combine(dateline.Folder, "seq");
        await using var buffered = new Support.Dateline(("Seq__Url", seq.Address.AbsoluteUri), ("Seq__BufferFolder", buffer));
        await using (var worker = await buffered.StartService())
        {
            await WaitUntil(() => !seq.Refused.IsEmpty);
            await worker.Terminate();
            await worker.WaitForExit(Patience);
        }

        Assert.Empty(seq.Events);
        seq.Away = false;
        await using var again = await buffered.StartService();
        await WaitUntil(() => seq.Events.Any(taken => taken.GetProperty("@mt").GetString()!.StartsWith("Dateline stopped", StringComparison.Ordinal)));
    }

    private static async Task<JsonElement> WaitFor(SeqReceiver seq, string template)
    {
        await WaitUntil(() => seq.Events.Any(taken => taken.GetProperty("@mt").GetString()!.StartsWith(template, StringComparison.Ordinal)));
        return seq.Events.First(taken => taken.GetProperty("@mt").GetString()!.StartsWith(template, StringComparison.Ordinal));
    }

    private static async Task WaitUntil(Func<bool> there)
    {
        var waited = Stopwatch.StartNew();
        while (!there())
        {
            Assert.True(waited.Elapsed < Patience, "It did not arrive in Seq.");
            await Task.Delay(50);
        }
    }
}
