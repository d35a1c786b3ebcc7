using System.IO.Compression;
using Dateline.Worker.Documents;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Tests.Feeds.Parsing;

/// <summary>What programs that write feeds wrap or escape twice, break or cut off.</summary>
public class MistakenTextTests
{
    [Theory]
    [InlineData("<![CDATA[http://ex.example/?a=1&amp;b=2]]>")]
    [InlineData("<![CDATA[http://ex.example/?a=1&#038;b=2]]>")]
    [InlineData("http://ex.example/?a=1&amp;amp;b=2")]
    [InlineData("http://ex.example/?a=1&amp;\n   b=2")]
    [InlineData("http://ex.example/\t?a=1&amp;b=2")]
    [InlineData("<![CDATA[<![CDATA[http://ex.example/?a=1&b=2]]>]]>")]
    [InlineData("&lt;![CDATA[http://ex.example/?a=1&amp;b=2]]&gt;")]
    [InlineData("\u200Bhttp://ex.example/?a=1&amp;b=2\u200B")]
    public void Link_WrittenWithAMistake_IsTheAddressThatWasMeant(string link)
    {
        Assert.Equal("http://ex.example/?a=1&b=2", FeedText.RssItem($"<link>{link}</link>").Link);
        Assert.Equal("http://ex.example/?a=1&b=2", FeedText.RssItem($"<guid isPermaLink='true'>{link}</guid>").Link);
    }

    [Theory]
    [InlineData("<![CDATA[<![CDATA[Ferry <b>aground</b>]]>]]>")]
    [InlineData("&lt;![CDATA[Ferry aground]]&gt;")]
    public void Title_WrappedTwice_IsUnwrapped(string title) => Assert.Equal("Ferry aground", FeedText.RssItem($"<title>{title}</title>").Title);

    [Fact]
    public void Description_WrappedTwice_IsItsHtml() => Assert.Equal("<p>Ferry</p>", FeedText.RssItem("<description><![CDATA[<![CDATA[<p>Ferry</p>]]>]]></description>").Summary);

    [Theory]
    [InlineData("x &#55357;&#56832; y")]
    [InlineData("x &#xD83D;&#xDE00; y")]
    [InlineData("<![CDATA[x &#55357;&#56832; y]]>")]
    public void Title_EmojiAsTwoHalves_IsOneCharacter(string title) => Assert.Equal("x \U0001F600 y", FeedText.RssItem($"<title>{title}</title>").Title);

    [Theory]
    [InlineData("x &#55357; y")]
    [InlineData("x &#55357;&#65; y")]
    [InlineData("x &#56832;&#55357; y")]
    public void Title_HalfAnEmoji_IsLeftOut(string title)
    {
        var parsed = FeedText.Rss($"<item><title>{title}</title></item>");
        Assert.DoesNotContain(Assert.Single(parsed.Entries).Title!, char.IsSurrogate);
        Assert.Contains("bad_character_reference", parsed.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("<link>http://ex.or")]
    [InlineData("<guid>g")]
    [InlineData("<guid>g<")]
    [InlineData("<pubDate>Mon, 06 May 202")]
    [InlineData("<comments>http://ex.or")]
    public void Parse_DocumentThatEndsInAValue_HasNotHalfOfIt(string last)
    {
        var entry = FeedText.Parse($"<rss version='2.0'><channel><item><title>One</title><link>http://ex.example/1</link></item><item><title>Two</title>{last}").Entries[^1];

        Assert.Equal("Two", entry.Title);
        Assert.True(string.IsNullOrEmpty(entry.Link) && string.IsNullOrEmpty(entry.Id) && entry.Published is null && string.IsNullOrEmpty(entry.CommentsUrl));
    }

    [Theory]
    [InlineData("13/05/2024 10:00", "06/05/2024 10:00", 6, 5)]
    [InlineData("05/13/2024 10:00", "06/05/2024 10:00", 5, 6)]
    [InlineData("06/07/2024 10:00", "06/05/2024 10:00", 5, 6)]
    public void Parse_DatesThatCanHaveEitherOrder_HaveThatOfTheOthers(string one, string other, int day, int month)
    {
        foreach (var dates in (string[][])[[one, other], [other, one]])
        {
            var parsed = FeedText.Rss(string.Concat(dates.Select(date => $"<item><title>{date}</title><pubDate>{date}</pubDate></item>")));
            Assert.Equal(new DateTimeOffset(2024, month, day, 10, 0, 0, TimeSpan.Zero), parsed.Entries.Single(entry => entry.Title == other).Published);
        }
    }

    [Theory]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"It&#8217;s Tom &amp; Ann","authors":{"name":"A"}}]}""")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"It’s Tom & Ann","author":[{"name":"A"}]}]}""")]
    public void Parse_JsonFeedOfAnotherShape_HasTitleAndAuthor(string json)
    {
        var entry = Assert.Single(FeedText.Parse(json).Entries);
        Assert.Equal("It’s Tom & Ann", entry.Title);
        Assert.Equal("A", Assert.Single(entry.Authors).Name);
    }

    [Theory]
    [InlineData("joe@ex.example (Joe O'Neil (BBC))", "Joe O'Neil (BBC)")]
    [InlineData("Joe - joe@ex.example", "Joe")]
    [InlineData("Joe Bloggs <>", "Joe Bloggs")]
    [InlineData("Joe (Desk) <joe@ex.example>", "Joe (Desk)")]
    public void Author_WithSignsAround_IsTheName(string author, string name) =>
        Assert.Equal(name, Assert.Single(FeedText.RssItem($"<author>{author.Replace("<", "&lt;", StringComparison.Ordinal)}</author>").Authors).Name);

    [Theory]
    [InlineData("https-guide.html", "http://ex.example/https-guide.html")]
    [InlineData("http://other.example/a", "http://other.example/a")]
    public void Link_RelativeNameLikeAScheme_IsOfTheSite(string link, string absolute) =>
        Assert.Equal(absolute, Assert.Single(FeedText.Rss($"<link>http://ex.example/</link><item><title>One</title><link>{link}</link></item>").Entries).Link);

    [Fact]
    public void Parse_MoreEntriesThanAreKept_SaysSo()
    {
        Assert.Contains("too_many_entries", FeedText.Rss(string.Concat(Enumerable.Repeat("<item><title>a</title></item>", 50_001))).Problems.Select(problem => problem.Code));
        Assert.DoesNotContain("too_many_entries", FeedText.Rss(string.Concat(Enumerable.Repeat("<item><title>a</title></item>", 1_000))).Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Parse_PictureWithANameOfItsOwn_LeavesTheEntryWithoutTitle()
    {
        var entry = FeedText.RssItem("<media:content url='http://ex.example/me.png' medium='image'><media:title>ann</media:title><media:description>A face.</media:description></media:content>");
        Assert.Null(entry.Title);
        Assert.Null(entry.Summary);
    }

    [Fact]
    public void Parse_FileOfGzip_IsUnpacked()
    {
        var packed = Packed("<rss version='2.0'><channel><item><title>One</title></item></channel></rss>"u8);
        Assert.Equal("One", Assert.Single(FeedParser.Parse(packed, "application/gzip", null).Entries).Title);
        Assert.Equal(FeedFormat.Unknown, FeedParser.Parse(packed.AsMemory(0, 20), null, null).Format);
    }

    [Fact]
    public void Unpacked_MoreThanMayBe_IsLeftPacked()
    {
        var packed = Packed(new byte[PackedDocument.MaxLength + 1]);
        Assert.True(packed.AsSpan().SequenceEqual(PackedDocument.Unpacked(packed).Span));
        Assert.Equal(PackedDocument.MaxLength + 1, PackedDocument.Unpacked(packed, PackedDocument.MaxLength + 1).Length);
    }

    private static byte[] Packed(ReadOnlySpan<byte> document)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(document);
        return packed.ToArray();
    }
}
