using Spectre.Console;

namespace Dateline.Worker.Cli;

/// <summary>Progress bars on standard error when that is a terminal; nothing otherwise.</summary>
internal sealed class CliProgress
{
    private readonly ProgressContext? context;

    private CliProgress(ProgressContext? context) => this.context = context;

    public static async Task Run(Func<CliProgress, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(new CliProgress(null));
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context => await work(new CliProgress(context)));
    }

    public Step Start(string name, long total) => new(context?.AddTask(name, maxValue: Math.Max(1, total)), total);

    internal sealed class Step(ProgressTask? task, long total)
    {
        /// <summary>More of them than was thought at first moves the end.</summary>
        public void Advance(int by = 1)
        {
            if (task is null)
                return;
            lock (task)
            {
                if (task.Value + by > task.MaxValue)
                    task.MaxValue = task.Value + by;
                task.Increment(by);
                if (total == 0)
                    task.StopTask();
            }
        }
    }
}
