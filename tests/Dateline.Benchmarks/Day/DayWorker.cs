using Dateline.Worker.Feeds;
using Dateline.Worker.Http;
using Dateline.Worker.Operations;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dateline.Benchmarks.Day;

/// <summary>
/// The worker's own parts as its registrations put them together, but for the transport and the clock. Left out are the log, the
/// tagging of articles and the publishing of events: their rows are marked as done, so that the tables look as in life.
/// </summary>
internal sealed class DayWorker : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly DayClock clock;

    public DayWorker(DayArguments arguments, string folder, DayFeed[] feeds, DayClock clock, DateTimeOffset start)
    {
        this.clock = clock;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:DataFolder"] = folder,
            ["Storage:PostgreSql"] = arguments.PostgreSql,
            ["Feeds:Concurrency"] = $"{arguments.Concurrency}",
        }).Build();
        Transport = new DayTransport(feeds, clock, start);
        services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddStorage(configuration)
            .AddFetching(configuration)
            .AddSingleton(provider => new WebFetcher(
                provider.GetRequiredService<PublicAddressGuard>(), provider.GetRequiredService<HostPipelines>(),
                provider.GetRequiredService<IOptions<HttpOptions>>(), Transport))
            .AddFeeds(configuration)
            .AddSingleton<PollDueFeedsJob>()
            .AddSingleton<RetentionJob>()
            .BuildServiceProvider();
    }

    public DayTransport Transport { get; }

    public Database Database => services.GetRequiredService<Database>();

    public FeedStore Feeds => services.GetRequiredService<FeedStore>();

    public FeedPool Pool => services.GetRequiredService<FeedPool>();

    public FeedOptions Options => services.GetRequiredService<IOptions<FeedOptions>>().Value;

    // neither job looks at its context
    public async Task Scan() => await services.GetRequiredService<PollDueFeedsJob>().Execute(null!, CancellationToken.None);

    public async Task Retain() => await services.GetRequiredService<RetentionJob>().Execute(null!, CancellationToken.None);

    /// <summary>What tagging and publishing leave of the rows that wait.</summary>
    public async Task MarkDone()
    {
        await Run($"update articles set state = 'tagged', tagged_at = {clock.Milliseconds()}, summary = '', content = '' where state = 'new'");
        await Run($"update outbox set published_at = {clock.Milliseconds()} where published_at is null and failed_at is null");
    }

    public Task<long> Count(string table) => Number($"select count(*) from {table}");

    public Task<long> Size() => Number(Database.IsPostgreSql
        ? "select pg_database_size(current_database())"
        : "select page_count * page_size from pragma_page_count(), pragma_page_size()");

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    private Task<long> Number(string sql) => Database.Read(async connection =>
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }, CancellationToken.None);

    private Task<int> Run(string sql) => Database.Write(async (connection, transaction) =>
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return await command.ExecuteNonQueryAsync();
    }, CancellationToken.None);
}
