using System.Diagnostics.Metrics;

namespace Dateline.Benchmarks.Day;

/// <summary>What the worker's own meter says of polls, counted: times in seconds.</summary>
internal sealed class DayFigures : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Dictionary<string, long> outcomes = new(StringComparer.Ordinal);
    private readonly Lock door = new();
    private DayHistogram row = new();

    public DayFigures()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            // by name: they are published while the class that holds them is still being made
            if (instrument.Name is "dateline.poll.lateness" or "dateline.polls")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => Late(value));
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Polled((string)tags[0].Value!, value));
        listener.Start();
    }

    public DayHistogram Lateness { get; } = new();

    /// <summary>Real milliseconds of a scan: its claims, the wait for the writer's turn included.</summary>
    public DayHistogram Scans { get; } = new();

    public long Polls => Lateness.Count;

    public IReadOnlyList<(string Outcome, long Polls)> Outcomes
    {
        get
        {
            lock (door)
                return [.. outcomes.OrderByDescending(outcome => outcome.Value).Select(outcome => (outcome.Key, outcome.Value))];
        }
    }

    /// <summary>Lateness since the last call.</summary>
    public DayHistogram TakeRow() => Interlocked.Exchange(ref row, new DayHistogram());

    public void Dispose() => listener.Dispose();

    private void Late(double seconds)
    {
        Lateness.Add(seconds);
        row.Add(seconds);
    }

    private void Polled(string outcome, long polls)
    {
        lock (door)
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + polls;
    }
}
