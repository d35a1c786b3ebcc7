using System.Diagnostics;
using System.Globalization;

namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>What pages that are made to be large hold of memory at once: proven by a process of its own that is given no more.</summary>
public class HostileMemoryTests
{
    private const long Limit = 200L << 20;
    private const int PageBytes = 8 << 20;

    [Theory]
    [InlineData("", "<div><img src=/a.jpg>")]
    [InlineData("", "A sentence of some words that goes on.<br><br>")]
    [InlineData("", "<p>x")]
    [InlineData("", "<div class='item'>x</div>")]
    [InlineData("<article>" + Page.Paragraphs + "</article>", "<div title='of a page of fifty megabytes'>x</div>", 50_000_000)]
    public async Task Extract_LargePage_NeedsLessThanTwoHundredMegabytes(string opening, string repeated, int length = PageBytes)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"<html><body>{opening}{string.Concat(Enumerable.Repeat(repeated, length / repeated.Length))}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dateline.dll"), "extract", file]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = Limit.ToString("X", CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(file);

        Assert.True(process.ExitCode == 0, await errors);
        Assert.Contains(opening.Length > 0 ? "ran aground" : "\"text\"", output, StringComparison.Ordinal);
    }
}
