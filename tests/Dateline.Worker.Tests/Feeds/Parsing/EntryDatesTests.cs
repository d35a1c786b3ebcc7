using System.Globalization;

namespace Dateline.Worker.Tests.Feeds.Parsing;

/// <summary>An entry with several dates, of which some are none.</summary>
public class EntryDatesTests
{
    [Theory]
    [InlineData("<pubDate>soon</pubDate><dc:date>2005-01-01</dc:date>", "2005-01-01T00:00:00Z", "2005-01-01")]
    [InlineData("<dc:date>2005-01-01</dc:date><pubDate>soon</pubDate>", "2005-01-01T00:00:00Z", "2005-01-01")]
    [InlineData("<pubDate>2006-01-01</pubDate><dc:date>2005-01-01</dc:date>", "2006-01-01T00:00:00Z", "2006-01-01")]
    [InlineData("<dc:date>later</dc:date><pubDate>soon</pubDate><dcterms:created>2004-01-01</dcterms:created><dcterms:issued>2005-01-01</dcterms:issued>", "2005-01-01T00:00:00Z", "2005-01-01")]
    [InlineData("<pubDate>soon</pubDate><pubDate>2005-01-01</pubDate>", "2005-01-01T00:00:00Z", "2005-01-01")]
    [InlineData("<dc:date>later</dc:date><pubDate> soon </pubDate>", null, "soon")]
    public void Parse_SeveralDates_TheBestThatCanBeReadStands(string dates, string? utc, string text)
    {
        var entries = FeedText.Rss($"<item><title>a</title>{dates}</item><item><title>b</title></item>").Entries;

        Assert.Equal(utc is null ? null : DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture), entries[0].Published);
        Assert.Equal(text, entries[0].PublishedText);
        Assert.Null(entries[1].PublishedText);
    }
}
