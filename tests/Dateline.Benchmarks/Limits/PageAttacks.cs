using System.Text;
using Dateline.Worker.Articles;

namespace Dateline.Benchmarks.Limits;

/// <summary>Pages of 8 MiB, which is as much as is read of one.</summary>
internal static class PageAttacks
{
    private const int Largest = 8 << 20;
    private const string Text = "<p>The harbour was closed on Tuesday after a ferry with two hundred passengers ran aground on a sandbank that had not been on any chart, the coast guard said.</p>";

    public static IReadOnlyList<Attack> All { get; } =
    [
        Of("HTML: nested without end", "200 elements deep, 90,000 tags", "text", 1_000, $"{Text}{Text}", "<div>"),
        Of("HTML: formatting that the parser doubles", "90,000 tags", "text", 1_000, $"{Text}{Text}", "<b><i><a href=x><p>"),
        Of("HTML: tables in tables", "200 elements deep", "text", 1_000, $"{Text}{Text}", "<table><tr><td>"),
        Of("HTML: an element of attributes", "64 attributes, 4,096 characters each", "text", 1_000, $"{Text}{Text}<p ", "a=1 "),
        Of("HTML: images and line breaks", "3 MiB of slim markup", "text", 1_000, $"{Text}{Text}", "<div><img src=/a.jpg><br><br>"),
        Of("HTML: JSON-LD nested without end", "64 deep", "text", 1_000, $"{Text}{Text}<script type='application/ld+json'>{{\"a\":", "[", "</script>"),
        Of("HTML: JSON-LD of authors that name each other", "2,000 nodes, 50 values", "text", 1_000, $"{Text}{Text}<script type='application/ld+json'>{{\"@type\":\"Article\",\"author\":[{{}}", ",{\"@id\":\"#x\"}", "]}</script>"),
    ];

    private static Attack Of(string name, string limit, string expected, int mostMegabytes, string before, string repeated, string after = "") => new(
        name, limit, expected, mostMegabytes,
        () => Encoding.UTF8.GetBytes($"<html><body>{before}{string.Concat(Enumerable.Repeat(repeated, (Largest - 2_000) / repeated.Length))}{after}"),
        page => Task.Run(() => Read(page)));

    private static string Read(byte[] page) =>
        ArticleExtractor.Extract(page, "text/html; charset=utf-8", new Uri("https://news.example/a")).Text.Contains("ran aground", StringComparison.Ordinal) ? "text" : "no text";
}
