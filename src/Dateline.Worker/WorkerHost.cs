using Dateline.Worker.Articles;
using Dateline.Worker.Articles.Stories;
using Dateline.Worker.Classification;
using Dateline.Worker.Feeds;
using Dateline.Worker.Feeds.Push;
using Dateline.Worker.Http;
using Dateline.Worker.Jobs;
using Dateline.Worker.Operations;
using Dateline.Worker.Publishing;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;
using Quartz;
using Serilog;

namespace Dateline.Worker;

/// <summary>Puts the worker together: configuration, log, features, jobs. The verbs use it with or without the jobs.</summary>
internal static class WorkerHost
{
    private static readonly TimeSpan ScanInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ClockInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan SubscriptionInterval = TimeSpan.FromSeconds(5);

    /// <param name="overrides">Settings from the command line, such as <c>Feeds:File</c>; they win over the environment.</param>
    /// <param name="service">With the jobs and the HTTP endpoints; without, only the parts that a verb asks for.</param>
    public static WebApplication Build(IReadOnlyDictionary<string, string?>? overrides = null, bool service = true)
    {
        Telemetry.Start();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(WorkerHost).Assembly.GetName().Name });
        builder.Configuration.AddFileSettings(EnvironmentVariables());
        builder.Configuration.AddInMemoryCollection(overrides ?? new Dictionary<string, string?>());

        builder.Services.AddSerilog((_, logger) => Logs.Configure(logger, builder.Configuration, toStandardError: !service), writeToProviders: false);
        builder.Services.AddOptions<LogOptions>().Bind(builder.Configuration.GetSection("Log")).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddSingleton(TimeProvider.System)
            .AddStorage(builder.Configuration)
            .AddFetching(builder.Configuration)
            .AddFeeds(builder.Configuration)
            .AddArticles(builder.Configuration)
            .AddClassification()
            .AddPublishing(builder.Configuration)
            .AddOperations()
            .AddSingleton<JobPulse>();
        if (service)
        {
            AddJobs(builder.Services, push: builder.Configuration.IsPushOn());
            ChooseAddress(builder);
        }

        var app = builder.Build();
        // before anything starts: a wrong setting is one line, not a half-started worker
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        if (service)
        {
            app.MapOperations();
            app.MapPush();
        }

        return app;
    }

    /// <summary>Last in, first out: the jobs stop before the pools that they fill.</summary>
    private static void AddJobs(IServiceCollection services, bool push)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.UseTimeProvider(new SteadyClock(TimeProvider.System));
            quartz.AddJobListener(provider => provider.GetRequiredService<JobPulse>());
            quartz.ScheduleJob<PollDueFeedsJob>(trigger => Every(trigger, ScanInterval), job => job.WithIdentity(ScanCheck.Job));
            quartz.ScheduleJob<TagArticlesJob>(trigger => Every(trigger, ScanInterval), job => job.WithIdentity("tag"));
            quartz.ScheduleJob<PublishArticlesJob>(trigger => Every(trigger, ScanInterval), job => job.WithIdentity("publish"));
            quartz.ScheduleJob<ClockJob>(trigger => Every(trigger, ClockInterval), job => job.WithIdentity("clock"));
            quartz.ScheduleJob<ForgetStoriesJob>(trigger => Every(trigger, TimeSpan.FromHours(1)), job => job.WithIdentity("forget stories"));
            quartz.ScheduleJob<RetentionJob>(trigger => Every(trigger, TimeSpan.FromHours(1)), job => job.WithIdentity("retention"));
            if (push)
                quartz.ScheduleJob<RenewSubscriptionsJob>(trigger => Every(trigger, SubscriptionInterval), job => job.WithIdentity(RenewSubscriptionsJob.Name));
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }

    private static void Every<TJob>(ITriggerConfigurator<TJob> trigger, TimeSpan interval)
        where TJob : IJob =>
        trigger.StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()
            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount));

    private static void ChooseAddress(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration["URLS"] is { Length: > 0 } || configuration["HTTP_PORTS"] is { Length: > 0 } || configuration["HTTPS_PORTS"] is { Length: > 0 })
            return;
        var port = OperationsRegistration.IsFree(OperationsRegistration.DefaultPort) ? OperationsRegistration.DefaultPort : 0;
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
    }

    private static Dictionary<string, string> EnvironmentVariables() => Environment.GetEnvironmentVariables()
        .Cast<System.Collections.DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => entry.Value as string ?? "", StringComparer.Ordinal);
}
