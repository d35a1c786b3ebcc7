using System.CommandLine;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Cli;

/// <summary><c>dateline train</c>: fits the topic model on labelled text, and builds the data files that are compiled into the program.</summary>
internal static class TrainVerb
{
    private static readonly string BuiltIn = Path.Combine("src", "Dateline.Worker", "Classification", "Data");

    private static readonly Option<string[]> Data = new("--data")
    {
        Description = "Labelled texts of your own to fit the topic model on: JSON lines {\"title\"?, \"text\", \"topics\": [...], \"language\"?}, plain or .gz, in English; "
            + "with --labels in any language that parts its words; rows whose \"split\" is not \"train\" are left out (dateline evaluate topics --data FILE scores on them). Needs --out.",
        AllowMultipleArgumentsPerToken = true, HelpName = "FILE...",
    };

    private static readonly Option<string?> Labels = new("--labels")
    {
        Description = "Labels of your own instead of the built-in topics: JSON {\"taxonomy\": \"risk\", \"labels\": [\"sanctions\", {\"slug\": \"fraud\", \"name\": \"Fraud\"}]}. "
            + "The model is then a taxonomy, tagged beside the topics with the routing key label.TAXONOMY.SLUG.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Corpora = new("--corpora")
    {
        Description = "The folder of corpora, without --data.", DefaultValueFactory = _ => "../shared/corpora", Recursive = true, HelpName = "FOLDER",
    };

    private static readonly Option<string?> Lexicons = new("--lexicons")
    {
        Description = "The folder of lexicons. Default: lexicons beside the corpora.", Recursive = true, HelpName = "FOLDER",
    };

    private static readonly Option<string?> Output = new("--out")
    {
        Description = $"The file to write. Default: its place in {BuiltIn}, from where it is built in.", Recursive = true, HelpName = "FILE",
    };

    private static readonly Option<string> TeachingFile = new("--teaching")
    {
        Description = "What deploy/teacher wrote for the corpora, without --data.", DefaultValueFactory = _ => Path.Combine("artifacts", "teaching.bin"), Recursive = true, HelpName = "FILE",
    };

    private static readonly Option<int> Threads = new("--threads")
    {
        Description = "Topics fitted at a time; the result does not depend on it.", DefaultValueFactory = _ => 2, Recursive = true, HelpName = "N",
    };

    public static Command Create()
    {
        Threads.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
                result.AddError("--threads must be 1 or more.");
        });
        var command = new Command("train", Description) { Data, Labels, Corpora, Lexicons, TeachingFile, Output, Threads };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Data) is { Length: > 0 } && result.GetValue(Output) is null)
                result.AddError("--data needs --out: the file to write the model to.");
            if (result.GetValue(Labels) is not null && result.GetValue(Data) is null or { Length: 0 })
                result.AddError("--labels needs --data: texts with those labels.");
        });
        command.SetAction(Topics);
        command.Subcommands.Add(Part("regions", "Compile the gazetteer.", "places.bin", (parsed, report) => TrainTargets.Places(Folders(parsed), report)));
        command.Subcommands.Add(Part("lexicons", "Compile the lexicons of all languages, and fit what their terms say of the topics.", "lexicons.bin", (parsed, report) =>
            TrainTargets.Lexicons(Folders(parsed), parsed.GetValue(TeachingFile)!, Options(parsed), report)));
        command.Subcommands.Add(Part("sentences", "Fit the models of single sentences of each language.", "sentences.bin", (parsed, report) =>
            TrainTargets.Sentences(Folders(parsed), Options(parsed), report)));
        return command;
    }

    private const string Description = """
        Fit the topic model on labelled text, yours or the project's corpora; with a part named, build that part of the classifier's data.

        With texts of your own:  dateline train --data articles.jsonl --out my.model
        Score it:                dateline evaluate topics --model my.model --data held-out.jsonl
        Use it in the service:   Classification__TopicModel=my.model dateline run

        With labels of your own: dateline train --data articles.jsonl --labels my-labels.json --out risk.model
        Score it:                dateline evaluate topics --taxonomy risk.model --data held-out.jsonl
        Use it in the service:   Classification__Taxonomies__0=risk.model dateline run
        """;

    private static int Topics(ParseResult parsed)
    {
        var options = Options(parsed);
        var files = parsed.GetValue(Data) ?? [];
        return Write(parsed, "topics.model", "topics", report =>
            files.Length > 0 ? TrainTargets.OwnTopics(files, parsed.GetValue(Labels), options, report) : TrainTargets.Topics(Folders(parsed), parsed.GetValue(TeachingFile)!, options, report));
    }

    private static Command Part(string name, string description, string file, Func<ParseResult, Action<string>, Action<Stream>> build)
    {
        var part = new Command(name, description);
        part.SetAction(parsed => Write(parsed, file, name, report => build(parsed, report)));
        return part;
    }

    private static TrainingOptions Options(ParseResult parsed) => new() { Threads = parsed.GetValue(Threads) };

    private static TrainingFolders Folders(ParseResult parsed)
    {
        var corpora = parsed.GetValue(Corpora)!;
        if (!Directory.Exists(corpora))
            throw new CorpusException($"There are no corpora at {Path.GetFullPath(corpora)}: name their folder with --corpora, or files of your own with --data.");
        return new TrainingFolders(corpora, parsed.GetValue(Lexicons) ?? Path.Combine(corpora, "..", "lexicons"));
    }

    private static int Write(ParseResult parsed, string file, string name, Func<Action<string>, Action<Stream>> build)
    {
        var path = parsed.GetValue(Output) ?? Path.Combine(BuiltIn, file);
        try
        {
            var write = TrainProgress.Run(name, build);
            using var bytes = new MemoryStream();
            write(bytes);
            File.WriteAllBytes(path, bytes.ToArray());
            Console.Error.WriteLine($"{path}: {bytes.Length} bytes");
            return CommandLine.Done;
        }
        catch (Exception e) when (e is CorpusException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"dateline: {e.Message}");
            return CommandLine.SomeFailed;
        }
    }
}
