using System.Globalization;
using Dateline.Benchmarks;
using Dateline.Benchmarks.Day;
using Dateline.Benchmarks.Fuzz;
using Dateline.Benchmarks.Limits;
using Dateline.Benchmarks.Pages;
using Dateline.Benchmarks.Polling;

if (args is ["polling"])
{
    PollingBenchmark.Run();
    return 0;
}

if (args is ["day", .. var dayArgs] && DayArguments.Read(dayArgs) is { } day)
{
    await DayBenchmark.Run(day);
    return 0;
}

if (args is ["publish", var broker, .. var publishArgs])
{
    await PublishBenchmark.Run(new Uri(broker), publishArgs.Length > 0 ? int.Parse(publishArgs[0], CultureInfo.InvariantCulture) : 10_000);
    return 0;
}

if (args is ["fuzz", .. var fuzzArgs] && FuzzArguments.Read(fuzzArgs) is { } fuzz)
    return FuzzCommand.Run(fuzz);

if (args is ["limits"])
    return await LimitsBenchmark.Run();

if (args is ["stories", .. var storyArgs])
{
    await StoriesBenchmark.Run(storyArgs.Length > 0 ? int.Parse(storyArgs[0], CultureInfo.InvariantCulture) : 1_000_000);
    return 0;
}

if (args is ["articles", _, var missesFile])
{
    ArticleMisses.Write(Path.Combine(args[1], "pages"), missesFile);
    return 0;
}

// The corpora stand beside the repository and are not part of it
var corpora = args.Length > 1 ? Path.GetFullPath(args[1]) : CorporaFolder.Find();
if (args.Length is 0 or > 2 || args[0] is not ("feeds" or "pages" or "articles" or "classify" or "watches"))
{
    Console.Error.WriteLine($"Usage: dotnet run -c Release --project tests/Dateline.Benchmarks -- feeds|pages|articles|classify|watches [CORPORA] | articles CORPORA MISSES | polling | limits | publish BROKER [EVENTS] | stories [ARTICLES] | day [--feeds N] [--hours N] [--postgres CONNECTION] [--concurrency N] [--speed N] | {FuzzArguments.Usage}");
    return 2;
}

if (corpora is null || !Directory.Exists(corpora))
{
    Console.Error.WriteLine($"The corpora are not at {corpora ?? "../shared/corpora beside the repository"}; nothing to measure.");
    return 2;
}

if (args[0] == "classify")
    ClassificationBenchmark.Run(
        Path.Combine(corpora, "topics", "dev", "lgl_articles.jsonl.gz"), Path.Combine(corpora, "topics", "multilingual", "sib200_28_languages.jsonl.gz"));
else if (args[0] == "watches")
    WatchesBenchmark.Run(Path.Combine(corpora, "topics", "dev", "lgl_articles.jsonl.gz"));
else if (args[0] == "feeds")
    FeedsBenchmark.Run(Path.Combine(corpora, "feeds", "real"));
else if (args[0] == "articles")
    ArticleQuality.Run(Path.Combine(corpora, "pages"));
else
    PagesBenchmark.Run(Path.Combine(corpora, "pages", "trafilatura", "tests"));
return 0;
