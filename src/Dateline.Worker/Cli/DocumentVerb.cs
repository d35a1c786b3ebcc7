using System.CommandLine;

namespace Dateline.Worker.Cli;

/// <summary>The frame of the verbs that turn documents into JSON one by one: <c>parse</c> and <c>extract</c>.</summary>
internal static class DocumentVerb
{
    /// <param name="read">From a document to what is written for it; never throws, whatever the document is.</param>
    public static Command Create(
        string name, string description, string manifestLine, Func<CliInput, object> read, Func<Uri, CancellationToken, Task<CliInputResult>> fetch)
    {
        var inputs = new Argument<string[]>("inputs")
        {
            Description = "Files, http(s) addresses, or - for standard input (the default).", Arity = ArgumentArity.ZeroOrMore,
        };
        var manifest = new Option<string?>("--manifest") { Description = $"JSON lines {manifestLine} naming the inputs; - for standard input.", HelpName = "FILE" };
        var jsonl = new Option<bool>("--jsonl") { Description = "One JSON object a line." };
        var command = new Command(name, description) { inputs, manifest, jsonl };
        command.SetAction((parsed, token) =>
        {
            var places = parsed.GetValue(inputs) ?? [];
            var list = parsed.GetValue(manifest);
            return Run(places.Length == 0 && list is null ? ["-"] : places, list, parsed.GetValue(jsonl), read, fetch, token);
        });
        return command;
    }

    private static async Task<int> Run(
        string[] inputs, string? manifest, bool jsonl, Func<CliInput, object> read, Func<Uri, CancellationToken, Task<CliInputResult>> fetch,
        CancellationToken cancellationToken)
    {
        await using var standardInput = Console.OpenStandardInput();
        var documents = new CliInputReader(fetch, Console.In, standardInput).Read(inputs, manifest, cancellationToken);
        var failed = false;
        await foreach (var result in documents.SelectInOrder(2 * Environment.ProcessorCount, document => Read(document, read), cancellationToken))
        {
            failed |= result is InputFailure;
            await Console.Out.WriteLineAsync(JsonLines.Write(result, indented: !jsonl).AsMemory(), cancellationToken);
        }

        return failed ? CommandLine.SomeFailed : CommandLine.Done;
    }

    private static object Read(CliInputResult document, Func<CliInput, object> read) =>
        document.Input is { } input ? read(input) : new InputFailure(document.Name, document.Error!);
}
