using System.Globalization;
using Dateline.Worker.IntegrationTests.Servers;

namespace Dateline.Worker.IntegrationTests.Support;

/// <summary>The real program as a process of its own, with settings as environment variables and a data folder that goes with it.</summary>
internal sealed class Dateline : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dateline-it");
    private readonly Dictionary<string, string?> settings;

    public Dateline(params (string Name, string Value)[] settings)
    {
        Port = Ports.Free(1)[0];
        this.settings = new Dictionary<string, string?>
        {
            ["Storage__DataFolder"] = folder.FullName,
            ["Http__AllowedNetworks__0"] = "127.0.0.0/8",
            ["Http__HostSpacingMilliseconds"] = "0",
            ["Http__HostConcurrency"] = "16",
            ["Feeds__FirstPollSpreadSeconds"] = "0",
            ["Feeds__File"] = "",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}",
            ["NO_COLOR"] = "1",
        };
        foreach (var (name, value) in settings)
            this.settings[name] = value;
    }

    public int Port { get; }

    public string Folder => folder.FullName;

    /// <summary>An OPML file of these addresses, for <c>--opml</c> and <c>Feeds__File</c>.</summary>
    public string WriteFeedList(IEnumerable<Uri> feeds)
    {
        var path = Path.Combine(folder.FullName, "feeds.opml");
        var outlines = feeds.Select(feed => string.Create(CultureInfo.InvariantCulture, $"<outline type=\"rss\" xmlUrl=\"{System.Net.WebUtility.HtmlEncode(feed.AbsoluteUri)}\"/>"));
        File.WriteAllText(path, $"<opml version=\"2.0\"><body>{string.Concat(outlines)}</body></opml>");
        return path;
    }

    public CaptiveProcess Start(params string[] arguments) =>
        CaptiveProcess.Start(DotNet, [Path.Combine(AppContext.BaseDirectory, "dateline.dll"), .. arguments], settings, folder.FullName);

    /// <summary>The service, once it has said that it runs.</summary>
    public async Task<CaptiveProcess> StartService()
    {
        var process = Start("run");
        await process.WaitForLine("Dateline ", TimeSpan.FromSeconds(60));
        return process;
    }

    /// <summary>A verb to its end: exit code and standard output.</summary>
    public async Task<(int Exit, IReadOnlyList<string> Output, IReadOnlyList<string> Error)> Run(params string[] arguments)
    {
        await using var process = Start(arguments);
        process.CloseInput();
        var exit = await process.WaitForExit(TimeSpan.FromMinutes(3));
        return (exit, process.Output, process.Error);
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The same .NET that runs the tests.</summary>
    private static string DotNet => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
