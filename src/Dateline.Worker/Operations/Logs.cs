using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Serilog.Templates;
using Serilog.Templates.Themes;

namespace Dateline.Worker.Operations;

/// <summary>The log: readable lines on the console, the same events in Seq when its address is set.</summary>
internal static class Logs
{
    /// <summary>Exceptions are shown for our own faults; a library's are named in its message.</summary>
    private const string Line = "{@t:HH:mm:ss} {@l:u3} {@m}\n{#if StartsWith(SourceContext, 'Dateline')}{@x}{#end}";

    public static LoggerConfiguration Configure(LoggerConfiguration logger, IConfiguration configuration, bool toStandardError)
    {
        var options = configuration.GetSection("Log").Get<LogOptions>() ?? new LogOptions();
        var level = new LoggingLevelSwitch(options.Level);
        logger.MinimumLevel.ControlledBy(level)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            // JobPulse says what a job threw
            .MinimumLevel.Override("Quartz.Core.JobRunShell", LogEventLevel.Fatal)
            .MinimumLevel.Override("Quartz.Core.ErrorLogger", LogEventLevel.Fatal)
            .MinimumLevel.Override("MassTransit", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .Enrich.With<CleanProperties>()
            .Enrich.WithProperty("Application", "Dateline")
            .Enrich.WithProperty("Version", ProductVersion.Short)
            .Enrich.WithProperty("Instance", Environment.MachineName);

        LogEventLevel? errorsFrom = toStandardError ? LogEventLevel.Verbose : null;
        if (options.Format == "json")
            logger.WriteTo.Console(new RenderedCompactJsonFormatter(), standardErrorFromLevel: errorsFrom);
        else
            logger.WriteTo.Console(new ExpressionTemplate(Line, CultureInfo.InvariantCulture, theme: TemplateTheme.Code), standardErrorFromLevel: errorsFrom);
        ToSeq(logger, configuration.GetSection("Seq").Get<SeqOptions>() ?? new SeqOptions(), level);
        return logger;
    }

    private static void ToSeq(LoggerConfiguration logger, SeqOptions options, LoggingLevelSwitch level)
    {
        if (string.IsNullOrWhiteSpace(options.Url))
            return;
        if (options.BufferFolder is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        logger.WriteTo.Seq(
            options.Url,
            apiKey: options.ApiKey,
            bufferBaseFilename: options.BufferFolder is { Length: > 0 } buffer ? Path.Combine(buffer, "seq") : null,
            // the level that Seq sets for this key rules here too
            controlLevelSwitch: level,
            period: TimeSpan.FromSeconds(1),
            formatProvider: CultureInfo.InvariantCulture);
    }
}
