using Spectre.Console;

namespace Dateline.Worker.Cli;

/// <summary>Shows how training goes on: a spinner with the step on a terminal, a line a step on standard error otherwise.</summary>
internal static class TrainProgress
{
    public static T Run<T>(string name, Func<Action<string>, T> work)
    {
        if (Console.IsErrorRedirected)
            return work(step => Console.Error.WriteLine($"{name}: {step}"));

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().Start($"{name} ...", status => work(step =>
        {
            console.MarkupLineInterpolated($"[grey]{name}:[/] {step}");
            status.Status(Markup.Escape($"{name}: {step} ..."));
        }));
    }
}
