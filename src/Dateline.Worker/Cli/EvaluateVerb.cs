using System.CommandLine;
using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Evaluation;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Cli;

/// <summary><c>dateline evaluate topics</c> and <c>dateline evaluate regions</c>: score the classifier on labelled data.</summary>
internal static class EvaluateVerb
{
    public static Command Create() => new("evaluate", "Score the classifier on labelled data.")
    {
        Part("topics", "Precision, recall and F1 of each topic, micro and macro, the share of right top labels, calibration error.",
            "JSON lines {\"title\"?, \"text\", \"topics\": [...], \"split\"?, \"language\"?}, or \"label\" for one topic", TopicEvaluation.Run),
        Part("regions", "Countries: all that are named, the focus set, the first in focus.",
            "JSON lines {\"title\"?, \"text\", \"countries\": [...], \"split\"?, \"feedSite\"?}, or GeoVirus XML", RegionEvaluation.Run),
    };

    private static Command Part(string name, string description, string format, Func<Classifier, EvaluationInput, object> score)
    {
        var data = new Option<string[]>("--data")
        {
            Description = $"{format}; plain or .gz. Default: the development parts under --corpora. Rows whose split is \"train\" are left out.",
            AllowMultipleArgumentsPerToken = true,
        };
        var corpora = new Option<string>("--corpora") { Description = "The folder of corpora. Default: ../shared/corpora.", DefaultValueFactory = _ => "../shared/corpora" };
        var jsonl = new Option<bool>("--jsonl") { Description = "One JSON object a file instead of tables." };
        var command = new Command(name, description) { data, corpora, jsonl };
        command.SetAction(parsed => Run(
            EvaluationInput.List(name, parsed.GetValue(data) ?? [], parsed.GetValue(corpora)!), score, parsed.GetValue(jsonl)));
        return command;
    }

    private static int Run(IReadOnlyList<EvaluationInput> inputs, Func<Classifier, EvaluationInput, object> score, bool jsonl)
    {
        var classifier = Classifier.LoadDefault();
        var failed = false;
        foreach (var input in inputs)
        {
            try
            {
                EvaluateOutput.Write(score(classifier, input), jsonl);
            }
            catch (CorpusException e)
            {
                failed = true;
                Console.Out.WriteLine(JsonLines.Write(new InputFailure(input.Path, new CliError("bad_data", e.Message))));
            }
        }

        return failed ? 1 : 0;
    }
}
