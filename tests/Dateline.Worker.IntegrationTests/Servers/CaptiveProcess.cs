using System.Collections.Concurrent;
using System.Diagnostics;

namespace Dateline.Worker.IntegrationTests.Servers;

/// <summary>A process of the tests' own: its last lines are kept for the failure message, and it ends with the tests.</summary>
internal sealed class CaptiveProcess : IAsyncDisposable
{
    private readonly Process process;
    /// Enough for twenty thousand articles and their polls; bounds a run of hours
    private const int MostLines = 100_000;

    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> error = new();

    private CaptiveProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>Both streams as they came.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    public IReadOnlyList<string> Output => [.. output];

    public IReadOnlyList<string> Error => [.. error];

    public string Tail => string.Join('\n', lines.TakeLast(30));

    public static CaptiveProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, string? folder = null, bool cleanEnvironment = false)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder ?? "" };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        if (cleanEnvironment)
            start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var captive = new CaptiveProcess(new Process { StartInfo = start });
        captive.process.OutputDataReceived += (_, line) => captive.Keep(captive.output, line.Data);
        captive.process.ErrorDataReceived += (_, line) => captive.Keep(captive.error, line.Data);
        captive.process.Start();
        captive.process.BeginOutputReadLine();
        captive.process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => captive.Kill();
        return captive;
    }

    /// <summary>Runs to the end; throws with the output when the exit code is not 0.</summary>
    public static async Task<string> Run(string program, params string[] arguments)
    {
        await using var captive = Start(program, arguments, new Dictionary<string, string?>());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        await captive.process.WaitForExitAsync(limit.Token);
        return captive.ExitCode == 0
            ? string.Join('\n', captive.lines)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {captive.ExitCode}:\n{captive.Tail}");
    }

    public void WriteLine(string line) => process.StandardInput.WriteLine(line);

    public void CloseInput() => process.StandardInput.Close();

    public async Task<int> WaitForExit(TimeSpan limit)
    {
        using var cancellation = new CancellationTokenSource(limit);
        await process.WaitForExitAsync(cancellation.Token);
        return process.ExitCode;
    }

    /// <summary>Waits until a line holds the text.</summary>
    public async Task<string> WaitForLine(string text, TimeSpan limit)
    {
        var end = Stopwatch.StartNew();
        while (end.Elapsed < limit)
        {
            if (lines.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } found)
                return found;
            if (process.HasExited)
                break;
            await Task.Delay(50);
        }

        throw new TimeoutException($"\"{text}\" did not appear in {limit.TotalSeconds:0} s{(process.HasExited ? $", the process ended with {process.ExitCode}" : "")}:\n{Tail}");
    }

    /// <summary>SIGTERM, as a container engine sends it.</summary>
    public Task Terminate() => Signal("TERM");

    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>SIGKILL for it and its children.</summary>
    public void Kill()
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // ended in between
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Keep(ConcurrentQueue<string> stream, string? line)
    {
        if (line is null)
            return;
        foreach (var queue in new[] { stream, lines })
        {
            queue.Enqueue(line);
            while (queue.Count > MostLines)
                queue.TryDequeue(out _);
        }
    }
}
