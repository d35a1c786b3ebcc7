using System.CommandLine;
using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Watches;
using Spectre.Console;

namespace Dateline.Worker.Cli;

/// <summary><c>dateline watch</c>: tries rules on texts, and checks files of rules.</summary>
internal static class WatchVerb
{
    public static Command Create(Func<Uri, CancellationToken, Task<CliInputResult>> fetch) => new("watch", "Try and check rules of your own.") { Test(fetch), Check() };

    private static Command Test(Func<Uri, CancellationToken, Task<CliInputResult>> fetch)
    {
        var rule = new Argument<string>("rule") { Description = "A rule, or @FILE for a file of rules." };
        var inputs = new Argument<string[]>("inputs") { Description = "Texts as classify takes them: files, addresses of article pages, - for standard input (the default).", Arity = ArgumentArity.ZeroOrMore };
        var jsonl = new Option<bool>("--jsonl") { Description = "One JSON object a line." };
        var command = new Command("test", "Show which texts a rule matches, and by what.") { rule, inputs, jsonl };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (rules, problems) = Read(parsed.GetValue(rule)!);
            await Tell(problems);
            if (rules.Count == 0)
                return CommandLine.WrongUsage;
            var places = parsed.GetValue(inputs) is { Length: > 0 } given ? given : ["-"];
            var failed = await Run(new WatchSet(rules), new ClassifyInputs(fetch, Console.In, Console.OpenStandardInput).Read(places, null, cancellationToken), parsed.GetValue(jsonl));
            return failed || problems.Count > 0 ? CommandLine.SomeFailed : CommandLine.Done;
        });
        return command;
    }

    private static Command Check()
    {
        var file = new Argument<string>("file") { Description = "A file of rules." };
        var command = new Command("check", "Say which rules of a file are refused, and where.") { file };
        command.SetAction(async (parsed, _) =>
        {
            var (rules, problems) = Read("@" + parsed.GetValue(file));
            await Tell(problems);
            Console.WriteLine($"{rules.Count} watches, {problems.Count} refused");
            return problems.Count > 0 ? CommandLine.SomeFailed : CommandLine.Done;
        });
        return command;
    }

    private static WatchFileContent Read(string rule)
    {
        if (rule is ['@', .. var file])
            return WatchReader.Read(File.ReadAllText(file));
        var (one, problem) = WatchReader.ReadOne(rule, "rule");
        return new WatchFileContent(one is null ? [] : [one], problem is null ? [] : [problem]);
    }

    private static async Task Tell(IReadOnlyList<WatchProblem> problems)
    {
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync($"{problem.Line}:{problem.Column}: {(problem.Name is null ? "" : $"{problem.Name}: ")}{problem.Message}");
    }

    private static async Task<bool> Run(WatchSet rules, IAsyncEnumerable<ClassifyDocument> documents, bool jsonl)
    {
        var classifier = new Lazy<Classifier>(() => Classifier.Load(new ClassificationOptions { Subjects = true }));
        var table = new Table().Border(TableBorder.Simple).AddColumns("text", "watch", "by");
        var failed = false;
        await foreach (var document in documents)
        {
            failed |= document.Error is not null;
            if (document.Error is { } error)
                await Console.Error.WriteLineAsync($"{document.Name}: {error.Message}");
            else
                Add(table, document, rules.Match(Watched(document.Input!, classifier.Value)), jsonl);
        }

        if (!jsonl)
            AnsiConsole.Write(table);
        return failed;
    }

    private static void Add(Table table, ClassifyDocument document, IReadOnlyList<WatchMatch> matches, bool jsonl)
    {
        if (jsonl)
            Console.WriteLine(JsonLines.Write(new { document.Id, Watches = matches }));
        foreach (var match in matches)
            table.AddRow(new Text(document.Name), new Text(match.Name), new Text(string.Join(", ", match.Evidence)));
        if (matches.Count == 0)
            table.AddRow(new Text(document.Name), new Text("-"), new Text(""));
    }

    private static WatchedArticle Watched(ClassifierInput input, Classifier classifier)
    {
        var tags = classifier.Classify(input);
        return new WatchedArticle(input.Title ?? "", input.Text is { Length: > 0 } text ? text : input.Summary ?? "")
        {
            Host = WatchedArticle.HostOf(input.Url),
            Language = tags.Language,
            Topics = tags.Topics,
            Regions = tags.Regions,
            Labels = tags.Labels,
        };
    }
}
