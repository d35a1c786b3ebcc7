using Dateline.Worker.Documents;
using Serilog.Core;
using Serilog.Events;

namespace Dateline.Worker.Operations;

/// <summary>Takes control characters and line ends out of what events carry: titles, addresses and reasons are others' words, terminals obey escape sequences, and a line of theirs could pass for one of ours.</summary>
internal sealed class CleanProperties : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        List<LogEventProperty>? cleaned = null;
        foreach (var (name, value) in logEvent.Properties)
        {
            if (value is ScalarValue { Value: string text } && CleanText.Of(text).ReplaceLineEndings(" ") is var clean && !ReferenceEquals(clean, text))
                (cleaned ??= []).Add(new LogEventProperty(name, new ScalarValue(clean)));
        }

        foreach (var property in cleaned ?? [])
            logEvent.AddOrUpdateProperty(property);
    }
}
