using System.Diagnostics;
using System.Globalization;

namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>What pages that are made to be large hold of memory at once: proven by a process of its own that is given no more.</summary>
public class HostileMemoryTests
{
    private const long Limit = 200L << 20;
    private const int PageBytes = 8 << 20;

    // Those of the hostile pages whose trees are largest
    private static readonly string[] Repeated =
        ["<div><img src=/a.jpg>", "A sentence of some words that goes on.<br><br>", "<p>x", "<h1 class=title>Title that is long enough</h1>", "<a id=a class=b href=c title=d rel=e lang=g role=h>x", "<div class='item'>x</div>"];

    [Fact]
    public async Task Extract_LargestPages_NeedLessThanTwoHundredMegabytes()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-hostile-");
        var pages = Repeated.Select(markup => Write(folder, $"<html><body>{string.Concat(Enumerable.Repeat(markup, PageBytes / markup.Length))}"))
            .Append(Write(folder, $"<html><body><article>{Page.Paragraphs}</article>{string.Concat(Enumerable.Repeat("<div class=a>x</div>", 2_500_000))}")).ToList();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dateline.dll"), "extract", .. pages]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = Limit.ToString("X", CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        folder.Delete(recursive: true);

        Assert.True(process.ExitCode == 0, await errors);
        Assert.Equal(pages.Count, lines.Length);
        Assert.Contains("ran aground", lines[^1], StringComparison.Ordinal);
    }

    private static string Write(DirectoryInfo folder, string page)
    {
        var file = Path.Combine(folder.FullName, Guid.NewGuid() + ".html");
        File.WriteAllText(file, page);
        return file;
    }
}
