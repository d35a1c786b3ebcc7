using System.CommandLine;
using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Cli;

/// <summary><c>dateline train</c>: builds the data files that are compiled into the program.</summary>
internal static class TrainVerb
{
    public static Command Create()
    {
        var corpora = new Option<string>("--corpora")
        {
            Description = "The folder of corpora. Default: ../shared/corpora.", DefaultValueFactory = _ => "../shared/corpora", Recursive = true,
        };
        var lexicons = new Option<string?>("--lexicons") { Description = "The folder of lexicons. Default: lexicons beside the corpora.", Recursive = true };
        var output = new Option<string?>("--out") { Description = "The file to write. Default: its place in src/Dateline.Worker/Classification/Data.", Recursive = true };
        var threads = new Option<int>("--threads") { Description = "Topics fitted at a time. Default: 2. The result does not depend on it.", DefaultValueFactory = _ => 2 };

        var command = new Command("train", "Build the classifier's data: the topic model, or with a part named, that part.") { corpora, lexicons, output, threads };
        command.SetAction(parsed => Write(parsed.GetValue(output), "topics.model", "topics", report => TrainTargets.Topics(
            Folders(parsed.GetValue(corpora)!, parsed.GetValue(lexicons)), new TrainingOptions { Threads = parsed.GetValue(threads) }, report)));
        command.Subcommands.Add(Part("regions", "Compile the gazetteer.", "places.bin", TrainTargets.Places));
        command.Subcommands.Add(Part("lexicons", "Compile the lexicons of all languages.", "lexicons.bin", TrainTargets.Lexicons));
        return command;

        Command Part(string name, string description, string file, Func<TrainingFolders, Action<string>, Action<Stream>> build)
        {
            var part = new Command(name, description);
            part.SetAction(parsed => Write(parsed.GetValue(output), file, name, report => build(Folders(parsed.GetValue(corpora)!, parsed.GetValue(lexicons)), report)));
            return part;
        }
    }

    private static TrainingFolders Folders(string corpora, string? lexicons) => new(corpora, lexicons ?? Path.Combine(corpora, "..", "lexicons"));

    private static int Write(string? output, string file, string name, Func<Action<string>, Action<Stream>> build)
    {
        var path = output ?? Path.Combine("src", "Dateline.Worker", "Classification", "Data", file);
        try
        {
            var write = TrainProgress.Run(name, build);
            using var stream = File.Create(path);
            write(stream);
            Console.Error.WriteLine($"{path}: {stream.Length} bytes");
            return 0;
        }
        catch (Exception e) when (e is CorpusException or IOException or UnauthorizedAccessException)
        {
            Console.Out.WriteLine(JsonLines.Write(new InputFailure(name, new CliError("bad_data", e.Message))));
            return 1;
        }
    }
}
