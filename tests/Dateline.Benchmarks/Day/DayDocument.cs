using System.Globalization;
using System.Text;

namespace Dateline.Benchmarks.Day;

/// <summary>The RSS document that a feed's server sends at a moment: its twenty latest articles, about 12 KB.</summary>
internal static class DayDocument
{
    private static readonly string[] Words =
    [
        "minister", "council", "market", "river", "harbour", "strike", "budget", "school", "court", "storm", "union", "border", "election",
        "hospital", "railway", "museum", "company", "police", "farmers", "stadium", "bank", "energy", "housing", "festival", "research",
        "agrees", "opens", "closes", "delays", "reports", "plans", "rejects", "after", "before", "during", "against", "within", "despite",
    ];

    public static byte[] Write(DayFeed feed, DateTimeOffset start, int second)
    {
        var count = feed.CountAt(second);
        var text = new StringBuilder(14_000).Append(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Feed {feed.Number}</title>
            <link>{feed.Url}</link><description>News of feed {feed.Number}</description><language>en</language>
            """);
        if (feed.RestlessBuildDate)
            text.Append(CultureInfo.InvariantCulture, $"<lastBuildDate>{start.AddSeconds(second):R}</lastBuildDate>");
        for (var article = count - 1; article >= Math.Max(0, count - DayFeed.Entries); article--)
            Item(text, feed, article, start);
        return Encoding.UTF8.GetBytes(text.Append("</channel></rss>").ToString());
    }

    private static void Item(StringBuilder text, DayFeed feed, int article, DateTimeOffset start)
    {
        var random = (uint)(feed.Number * 31 + article + 1);
        var address = feed.Url.AsSpan(0, feed.Url.Length - ".xml".Length);
        text.Append("\n<item><title>");
        Sentence(text, ref random, 8);
        text.Append(CultureInfo.InvariantCulture, $"</title><link>{address}/{article}</link><guid isPermaLink=\"false\">{feed.Number}-{article}</guid>");
        text.Append(CultureInfo.InvariantCulture, $"<pubDate>{start.AddSeconds(feed.Published[article]):R}</pubDate><description>&lt;p&gt;");
        Sentence(text, ref random, 40);
        text.Append("&lt;/p&gt;</description></item>");
    }

    private static void Sentence(StringBuilder text, ref uint random, int words)
    {
        for (var word = 0; word < words; word++)
        {
            // xorshift: documents are made for every request, and are not what is measured
            random ^= random << 13;
            random ^= random >> 17;
            random ^= random << 5;
            text.Append(Words[random % Words.Length]).Append(' ');
        }
    }
}
