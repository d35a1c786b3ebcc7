using System.CommandLine;
using System.CommandLine.Parsing;
using Dateline.Worker.Http;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Cli;

/// <summary>The command line: every verb, and <c>run</c> when none is named. Exit codes: 0 done, 1 some input failed, 2 wrong usage.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int SomeFailed = 1;
    public const int WrongUsage = 2;

    public static async Task<int> Run(string[] arguments)
    {
        var root = new RootCommand("Dateline watches news feeds, tags every article with topics and regions, and publishes it on topic queues.");
        Command[] verbs =
        [
            RunVerb.Create(), DemoVerb.Create(), PollVerb.Create(), FeedsVerb.Create(), ParseVerb.Create(FetchInput), ExtractVerb.Create(FetchInput),
            ClassifyVerb.Create(FetchInput), WatchVerb.Create(FetchInput), SubscribeVerb.Create(), ReplayVerb.Create(), FailedVerb.Create(), TrainVerb.Create(), EvaluateVerb.Create(), HealthVerb.Create(),
        ];
        foreach (var verb in verbs)
            root.Add(verb);
        foreach (var argument in Arguments(root))
            argument.Validators.Add(RefuseOptions);

        // "@file" is a value of ours, not a file of arguments
        var parsed = root.Parse(WithDefaultVerb(arguments, verbs), new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            // of a misspelt verb, that none was given is not worth saying
            foreach (var error in parsed.UnmatchedTokens.Count > 0 && parsed.Errors.Count > 1 ? parsed.Errors.Skip(1) : parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync($"See: dateline {string.Concat(Path(parsed.CommandResult).Select(verb => verb + " "))}--help");
            return WrongUsage;
        }

        // a verb hears Ctrl+C and SIGTERM through its token and ends by itself
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(25), EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(invocation);
        }
        catch (Exception e) when (e is OptionsValidationException or AggregateException { InnerException: OptionsValidationException })
        {
            foreach (var failure in e is AggregateException all ? all.InnerExceptions.OfType<OptionsValidationException>().SelectMany(one => one.Failures) : ((OptionsValidationException)e).Failures)
                await Console.Error.WriteLineAsync($"dateline: {failure}");
            return SomeFailed;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException or FormatException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync($"dateline: {e.Message}");
            return SomeFailed;
        }
        catch (OperationCanceledException)
        {
            return SomeFailed;
        }
    }

    private static IEnumerable<string> Path(CommandResult result) =>
        result.Parent is CommandResult parent ? [.. Path(parent), result.Command.Name] : [];

    /// <summary><c>dateline</c> and <c>dateline --feeds x</c> mean <c>dateline run</c>.</summary>
    private static string[] WithDefaultVerb(string[] arguments, Command[] verbs) =>
        arguments.Length == 0 || (arguments[0].StartsWith('-') && arguments[0] is not ("--help" or "-h" or "-?" or "--version"))
            ? [verbs[0].Name, .. arguments]
            : arguments;

    private static IEnumerable<Argument> Arguments(Command command) => command.Arguments.Concat(command.Subcommands.SelectMany(Arguments));

    /// <summary>A misspelt option would pass for the name of a file or feed.</summary>
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value is ['-', _, ..]))
            result.AddError($"{token.Value} is no option here; a file of that name is ./{token.Value}");
    }

    /// <summary>For verbs that take an address where they take a file; the same guards and limits as the service's.</summary>
    private static async Task<CliInputResult> FetchInput(Uri address, CancellationToken cancellationToken)
    {
        await using var host = WorkerHost.Build(service: false);
        var web = host.Services.GetRequiredService<WebFetcher>();
        var limit = host.Services.GetRequiredService<IOptions<HttpOptions>>().Value.MaxFeedBytes;
        return await web.Get(new WebQuery(address, limit, "*/*"), cancellationToken) switch
        {
            WebResult.Answer { Status: var status } when (int)status is not (>= 200 and < 300) =>
                CliInputResult.Failed(address.OriginalString, "http_status", $"The server answered HTTP {(int)status}."),
            WebResult.Answer answer => CliInputResult.Ok(new CliInput(address.OriginalString, answer.Body, answer.ContentType, answer.FinalUrl.AbsoluteUri)),
            WebResult.Failure failure => CliInputResult.Failed(address.OriginalString, "fetch_failed", failure.Message),
            _ => throw new InvalidOperationException("A fetch is an answer or a failure."),
        };
    }
}
