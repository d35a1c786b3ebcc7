using Dateline.Benchmarks;
using Dateline.Benchmarks.Pages;
using Dateline.Benchmarks.Polling;

if (args is ["polling"])
{
    PollingBenchmark.Run();
    return 0;
}

// The corpora stand beside the repository and are not part of it
var corpora = args.Length > 1 ? args[1] : CorporaFolder.Find();
if (args.Length is 0 or > 2 || args[0] is not ("feeds" or "pages" or "articles"))
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Dateline.Benchmarks -- feeds|pages|articles [CORPORA] | polling");
    return 2;
}

if (corpora is null || !Directory.Exists(corpora))
{
    Console.Error.WriteLine($"The corpora are not at {corpora ?? "../shared/corpora beside the repository"}; nothing to measure.");
    return 2;
}

if (args[0] == "feeds")
    FeedsBenchmark.Run(Path.Combine(corpora, "feeds", "real"));
else if (args[0] == "articles")
    ArticleQuality.Run(Path.Combine(corpora, "pages"));
else
    PagesBenchmark.Run(Path.Combine(corpora, "pages", "trafilatura", "tests"));
return 0;
