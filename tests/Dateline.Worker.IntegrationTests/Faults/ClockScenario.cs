using System.Globalization;
using Dateline.Worker.IntegrationTests.Servers;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>
/// The worker process's clock jumps (libfaketime; its monotonic clock goes on as it does when a clock is set): each feed is polled again soon
/// after every jump, and nothing that was handed out is lost.
/// </summary>
internal static class ClockScenario
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    /// <param name="jumps">Hours from the true time, one after the other.</param>
    public static async Task<Tally> Run(Uri broker, IEnumerable<double> jumps)
    {
        var library = await Programs.FindOrInstall("libfaketime", "faketime", "/usr/lib/*/faketime/libfaketimeMT.so.1", "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1")
            ?? throw new InvalidOperationException("libfaketime is not in a container.");
        var clock = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(clock, "+0\n");
            await using var scene = await FaultScene.Start(
                broker, settings:
                [("LD_PRELOAD", library), ("FAKETIME_TIMESTAMP_FILE", clock), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"), ("FAKETIME_CACHE_DURATION", "1"), ("FAKETIME_DISABLE_SHM", "1")]);
            foreach (var hours in jumps)
            {
                await Task.Delay(TimeSpan.FromSeconds(2));
                await File.WriteAllTextAsync(clock, string.Create(CultureInfo.InvariantCulture, $"{hours * 3_600:+0;-0}\n"));
                // the new time is read within a second
                await Task.Delay(TimeSpan.FromSeconds(2));
                var jumped = scene.Site.Now;
                while (!scene.Site.AllAskedSince(jumped))
                {
                    Assert.True(scene.Site.Now < jumped + Soon.TotalMilliseconds, $"Not every feed was polled in {Soon.TotalSeconds:0} s after the clock went to {hours:+0.#;-0.#} h:\n{scene.Worker.Tail}");
                    await Task.Delay(100);
                }
            }

            return await scene.Settle(TimeSpan.FromMinutes(1));
        }
        finally
        {
            File.Delete(clock);
        }
    }
}
