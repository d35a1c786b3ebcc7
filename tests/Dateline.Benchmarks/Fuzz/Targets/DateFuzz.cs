using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Worker.Documents.Dates;

namespace Dateline.Benchmarks.Fuzz.Targets;

/// <summary>Any text as a date.</summary>
internal sealed class DateFuzz : FuzzTarget
{
    public override string Name => "dates";

    public override int Longest => 160;

    public override long MostAllocated(int length) => 1L << 20;

    public override IReadOnlyList<string> Pieces { get; } =
    [
        "T", "Z", "-", "+", ":", ".", ",", "/", " ", "0", "1", "9", "00", "24", "59", "60", "99", "2004", "0001", "9998", "9999", "29", "30", "31", "+15:59", "-1559", "+14:00", "-00:00", "GMT", "UTC+3", "EST", "MESZ", "Etc/GMT+5", "Jan", "Feb", "February", "Thu, ", "martes", "août", "июля", "12月",
        "年", "月", "日", "오후", "午後", "AM", "pm", "a.m.", "th", "de ", "٢٠٢٤", "१५", "1 Jan 2004 10:00:00 PST", "2004-02-30", "2004-366", "-0312", "\u200E", "\u00A0", "\u2212", "é", "\uD83D\uDE00",
    ];

    public override IEnumerable<byte[]> Seeds(FuzzSeeds seeds) => new[]
    {
        "Thu, 01 Jan 2004 19:48:21 GMT", "2003-12-31T10:14:55.1234Z", "2003-12-31 10:14:55 +0100", "20031231", "2003-335", "1. Februar 2004, 10.15 Uhr", "Κυρ, 11 Ιούλ 2004 12:00:00 EST",
        "2004년 05월 28일  01:31:15", "Sun Jan  4 16:29:06 PST 2004", "يوم 3 مارس 2021", "12/31/2020 10:20 PM", "5 de marzo de 2020",
    }.Select(Encoding.UTF8.GetBytes).Concat(seeds.LinesOfCorpora("feeds/feedparser", "date_cases.jsonl").Select(Input));

    public override void Check(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (PublicationDates.Parse(text) is not { } date)
            return;
        Require(date.Offset == TimeSpan.Zero, "a date is in UTC");
        Require(PublicationDates.Parse(text) == date && PublicationDates.Parse($" {text}\n") == date, "a date reads the same again, and between spaces");
        // years over 9998 are refused, which a zone can make of the last day of that year
        if (date.Year > 9998)
            return;
        Require(PublicationDates.Parse(date.ToString("o", CultureInfo.InvariantCulture)) == date, "a date written by RFC 3339 reads the same");
        Require(PublicationDates.Parse(date.ToString("r", CultureInfo.InvariantCulture)) == date.AddTicks(-(date.Ticks % TimeSpan.TicksPerSecond)), "a date written by RFC 822 reads the same");
    }

    /// A line of the corpora's cases, most of which have a text
    private static byte[] Input(byte[] line) => line.Length > 0 && JsonDocument.Parse(line).RootElement.TryGetProperty("input", out var text)
        ? Encoding.UTF8.GetBytes(text.GetString() ?? "")
        : [];
}
