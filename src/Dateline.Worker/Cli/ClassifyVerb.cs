using System.CommandLine;
using Dateline.Worker.Classification;

namespace Dateline.Worker.Cli;

/// <summary><c>dateline classify</c>: topics and regions of texts.</summary>
internal static class ClassifyVerb
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("inputs")
        {
            Description = "Files, http(s) addresses, or - for standard input (the default): JSON lines {\"id\"?, \"title\", \"summary\"?, \"text\"?, \"url\"?, \"language\"?, "
                + "\"feedCountry\"?}, or plain text whose first line is the title.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var manifest = new Option<string?>("--manifest") { Description = "JSON lines {\"path\", \"url\"?} naming the inputs; - for standard input." };
        var jsonl = new Option<bool>("--jsonl") { Description = "One JSON object a line." };
        var command = new Command("classify", "Tag texts with topics and regions.") { inputs, manifest, jsonl };
        command.SetAction((parsed, token) =>
        {
            var places = parsed.GetValue(inputs) ?? [];
            var list = parsed.GetValue(manifest);
            return Run(places.Length == 0 && list is null ? ["-"] : places, list, parsed.GetValue(jsonl), Console.Out, token);
        });
        return command;
    }

    private static async Task<int> Run(string[] inputs, string? manifest, bool jsonl, TextWriter output, CancellationToken cancellationToken)
    {
        var classifier = Classifier.LoadDefault();
        var documents = new ClassifyInputs(Console.In, Console.OpenStandardInput).Read(inputs, manifest, cancellationToken);
        var failed = false;
        await foreach (var result in documents.SelectInOrder(2 * Environment.ProcessorCount, document => Classify(classifier, document), cancellationToken))
        {
            failed |= result is InputFailure;
            await output.WriteLineAsync(JsonLines.Write(result, indented: !jsonl).AsMemory(), cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
        return failed ? 1 : 0;
    }

    private static object Classify(Classifier classifier, ClassifyDocument document) =>
        document.Error is { } error
            ? new InputFailure(document.Name, error)
            : ClassifyResult.Of(document.Id, classifier.Classify(document.Input!));
}
