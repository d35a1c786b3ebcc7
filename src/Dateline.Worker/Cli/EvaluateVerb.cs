using System.CommandLine;
using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Evaluation;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Cli;

/// <summary><c>dateline evaluate topics</c> and <c>dateline evaluate regions</c>: score the classifier on labelled data.</summary>
internal static class EvaluateVerb
{
    private delegate object Score(Classifier classifier, EvaluationInput input, Func<int, Action> begin);

    public static Command Create() => new("evaluate", "Score the classifier on labelled data.")
    {
        Part("topics", "Precision, recall and F1 of each topic, or of each label of --taxonomy, micro and macro, the share of right top labels, calibration error.",
            "JSON lines {\"title\"?, \"text\", \"topics\": [...], \"split\"?, \"language\"?}, or \"label\" for one topic", TopicEvaluation.Run),
        Part("regions", "Countries: all that are named, the focus set, the first in focus.",
            "JSON lines {\"title\"?, \"text\", \"countries\": [...], \"split\"?, \"feedSite\"?}, or GeoVirus XML", RegionEvaluation.Run),
    };

    private static Command Part(string name, string description, string format, Score score)
    {
        var data = new Option<string[]>("--data")
        {
            Description = $"{format}; plain or .gz. Default: the development parts under --corpora. Rows whose split is \"train\" are left out.",
            AllowMultipleArgumentsPerToken = true, HelpName = "FILE...",
        };
        var corpora = new Option<string>("--corpora")
        {
            Description = "The folder of corpora.", DefaultValueFactory = _ => "../shared/corpora", HelpName = "FOLDER",
        };
        var jsonl = new Option<bool>("--jsonl") { Description = "One JSON object a file instead of tables." };
        var model = new ClassifyModel();
        var command = new Command(name, description) { data, corpora, jsonl };
        model.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var (files, folder) = (parsed.GetValue(data) ?? [], parsed.GetValue(corpora)!);
            if (files.Length == 0 && !Directory.Exists(folder))
            {
                await Console.Error.WriteLineAsync($"dateline: There are no corpora at {Path.GetFullPath(folder)}: name their folder with --corpora, or files of your own with --data.");
                return CommandLine.SomeFailed;
            }

            return model.Load(parsed) is { } classifier
                ? await Run(EvaluationInput.List(name, files, folder), classifier, score, parsed.GetValue(jsonl))
                : CommandLine.SomeFailed;
        });
        return command;
    }

    /// <summary>All is scored before any of it is shown, since progress and tables would write over each other on a terminal.</summary>
    private static async Task<int> Run(IReadOnlyList<EvaluationInput> inputs, Classifier classifier, Score score, bool jsonl)
    {
        var reports = new List<object>();
        await CliProgress.Run(progress =>
        {
            foreach (var input in inputs)
                reports.Add(Report(input, classifier, score, progress));
            return Task.CompletedTask;
        });
        foreach (var report in reports)
            EvaluateOutput.Write(report, jsonl);
        return reports.Exists(report => report is InputFailure) ? CommandLine.SomeFailed : CommandLine.Done;
    }

    private static object Report(EvaluationInput input, Classifier classifier, Score score, CliProgress progress)
    {
        try
        {
            return score(classifier, input, total =>
            {
                var step = progress.Start(Path.GetFileName(input.Path), total);
                return () => step.Advance();
            });
        }
        catch (CorpusException e)
        {
            return new InputFailure(input.Path, new CliError("bad_data", e.Message));
        }
    }
}
