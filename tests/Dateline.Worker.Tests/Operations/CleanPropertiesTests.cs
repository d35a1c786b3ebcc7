using Dateline.Worker.Operations;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Dateline.Worker.Tests.Operations;

public class CleanPropertiesTests
{
    [Fact]
    public void Log_TitleWithEscapes_HasNone()
    {
        var sink = new Kept();
        using var log = new LoggerConfiguration().Enrich.With<CleanProperties>().WriteTo.Sink(sink).CreateLogger();
        log.Information("Tagged {Title} in {ElapsedMs}", "A\u001b]0;owned\u0007B", 12);

        Assert.Equal("Tagged \"A]0;ownedB\" in 12", Assert.Single(sink.Events).RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Log_ReasonWithLineEnds_IsOneLine()
    {
        var sink = new Kept();
        using var log = new LoggerConfiguration().Enrich.With<CleanProperties>().WriteTo.Sink(sink).CreateLogger();
        log.Information("Not polled: {Reason:l}", "gone\r\n16:27:19 INF Tagged\u2028nothing");

        Assert.Equal("Not polled: gone 16:27:19 INF Tagged nothing", Assert.Single(sink.Events).RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    private sealed class Kept : ILogEventSink
    {
        public List<LogEvent> Events { get; } = [];

        public void Emit(LogEvent logEvent) => Events.Add(logEvent);
    }
}
