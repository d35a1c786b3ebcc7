using System.CommandLine;
using Dateline.Worker.Classification;

namespace Dateline.Worker.Cli;

/// <summary><c>dateline classify</c>: topics and regions of texts.</summary>
internal static class ClassifyVerb
{
    public static Command Create(Func<Uri, CancellationToken, Task<CliInputResult>> fetch)
    {
        var inputs = new Argument<string[]>("inputs")
        {
            Description = "Files, http(s) addresses of article pages, or - for standard input (the default): JSON lines {\"id\"?, \"title\", \"summary\"?, \"text\"?, \"url\"?, \"language\"?, "
                + "\"feedCountry\"?}, or plain text whose first line is the title.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var manifest = new Option<string?>("--manifest") { Description = "JSON lines {\"path\", \"url\"?} naming the inputs; - for standard input." };
        var jsonl = new Option<bool>("--jsonl") { Description = "One JSON object a line." };
        var model = new ClassifyModel();
        var command = new Command("classify", "Tag texts with topics and regions.") { inputs, manifest, jsonl };
        model.AddTo(command);
        model.AddSubjectsTo(command);
        command.SetAction((parsed, token) =>
        {
            var places = parsed.GetValue(inputs) ?? [];
            var list = parsed.GetValue(manifest);
            return model.Load(parsed) is { } classifier
                ? Run(classifier, fetch, places.Length == 0 && list is null ? ["-"] : places, list, parsed.GetValue(jsonl), token)
                : Task.FromResult(CommandLine.SomeFailed);
        });
        return command;
    }

    private static async Task<int> Run(
        Classifier classifier, Func<Uri, CancellationToken, Task<CliInputResult>> fetch, string[] inputs, string? manifest, bool jsonl, CancellationToken cancellationToken)
    {
        if (!Console.IsInputRedirected && inputs.Contains("-"))
            await Console.Error.WriteLineAsync("Reading standard input; Ctrl+D ends it.");
        var output = Console.Out;
        var documents = new ClassifyInputs(fetch, Console.In, Console.OpenStandardInput).Read(inputs, manifest, cancellationToken);
        var failed = false;
        await foreach (var result in documents.SelectInOrder(2 * Environment.ProcessorCount, document => Classify(classifier, document), cancellationToken))
        {
            failed |= result is InputFailure;
            await output.WriteLineAsync(JsonLines.Write(result, indented: !jsonl).AsMemory(), cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
        return failed ? CommandLine.SomeFailed : CommandLine.Done;
    }

    private static object Classify(Classifier classifier, ClassifyDocument document) =>
        document.Error is { } error
            ? new InputFailure(document.Name, error)
            : ClassifyResult.Of(document.Id, classifier, document.Input!);
}
