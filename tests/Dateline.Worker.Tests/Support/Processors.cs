using Dateline.Worker.Articles;
using Dateline.Worker.Articles.Stories;
using Dateline.Worker.Classification;
using Dateline.Worker.Classification.Watches;
using Dateline.Worker.Http;
using Dateline.Worker.Http.Limits;
using Dateline.Worker.Http.Robots;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Tests.Support;

/// <summary>The real article processor over the real fetcher and a test's database.</summary>
internal static class Processors
{
    private static readonly Lazy<Classifier> Classifier = new(Worker.Classification.Classifier.LoadDefault);

    /// <param name="watches">A file of rules.</param>
    public static ArticleProcessor Create(TestDatabase database, WebFetcher web, ArticleOptions? options = null, string? watches = null)
    {
        var (http, time) = (Web.Options(), database.Time);
        var gate = new HostGate(http, time);
        var fetcher = new ArticleFetcher(web, new RobotsCache(web, http, time), new HostTurns(gate, database.Turns, http), new RateScopes(gate, time), http, time);
        var rules = new WatchFile(Options.Create(new WatchOptions { File = watches }), time, NullLogger<WatchFile>.Instance);
        var stories = new StoryFinder(new StoryStore(database.Database, time), Options.Create(new StoryOptions()));
        return new ArticleProcessor(
            fetcher, Classifier.Value, rules, stories, database.Articles, Options.Create(options ?? new ArticleOptions()), time, NullLogger<ArticleProcessor>.Instance);
    }
}
