using System.Globalization;

namespace Dateline.Worker.Feeds;

/// <summary>The words in which a decision is explained, the same in every culture.</summary>
internal static class FeedScheduleWords
{
    public static string Span(TimeSpan span) => span switch
    {
        { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h"),
        { TotalMinutes: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s"),
    };

    public static string Number(double value) => value.ToString(value < 10 ? "0.##" : "0", CultureInfo.InvariantCulture);
}
