using System.Text;
using CsCheck;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Feeds.Parsing;

public class EntryTextTests
{
    /// What a document declares can change all of its text, so nothing of it is left for later
    private const string ReadAtOnce = "<!DOCTYPE rss [<!ENTITY never \"said\">]>";

    private static readonly string[] Pieces =
    [
        "text", " ", "\n", "\r\n", "\r", "&lt;p&gt;", "&amp;", "&quot;", "&apos;", "&#8217;", "&#x1F600;", "&nbsp;", "&no;", "&", "&amp", "&#0;", "\u0001", "é", "東京", "😀", "\u00A0",
        "<![CDATA[", "]]>", "<p>", "</p>", "<br/>", "<img src=\"a?b=1&amp;c=2\" alt='x'>", "<a href=\"&\">", "</a>", "<P>", "<svg:g>", "<title>", "</title>", "<item>", "<!-- -->", "<?p ?>", "<b x>",
        "<div xmlns=\"http://www.w3.org/1999/xhtml\">", "</div>", "<script>x</script>", "&lt;script&gt;y&lt;/script&gt;", "</", "<", "</description>", "</item>",
    ];

    private static string[] Texts(ParsedFeed feed) =>
        [.. feed.Entries.SelectMany(entry => new[] { entry.Summary, entry.Content }).Select(text => text ?? "none"), .. feed.Problems.Select(problem => problem.Code)];

    [Fact]
    public void Html_OfAnyContent_IsAsIfReadAtOnce() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 12]).Sample(
            (kind, pieces) =>
            {
                var content = string.Concat(pieces);
                var document = kind switch
                {
                    0 => $"<rss version=\"2.0\"><channel><item><description>{content}</description><guid>1</guid></item></channel></rss>",
                    1 => $"<feed xmlns=\"{FeedText.Atom}\"><entry><content type=\"html\">{content}</content></entry></feed>",
                    2 => $"<feed xmlns=\"{FeedText.Atom}\"><entry><summary>{content}</summary></entry></feed>",
                    _ => $"<feed xmlns=\"{FeedText.Atom}\"><entry><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">{content}</div></content></entry></feed>",
                };

                Assert.Equal(Texts(FeedText.Parse(ReadAtOnce + document)), Texts(FeedText.Parse(document)));
            },
            iter: 20_000, threads: 1);

    [Fact]
    public void Parse_LongText_TakesNoMemoryUntilItIsAskedFor()
    {
        const int Length = 8 << 20;
        var document = Encoding.UTF8.GetBytes($"<rss><channel><item><description>&lt;p>{new string('a', Length)}</description></item></channel></rss>");
        FeedParser.Parse(document, null, null);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var entry = Assert.Single(FeedParser.Parse(document, null, null).Entries);
        var parsed = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(parsed < Length / 8, $"{parsed} bytes");
        Assert.Equal(Length + "<p>".Length, entry.Summary!.Length);
        Assert.Same(entry.Summary, entry.Summary);
    }

    [Fact]
    public void Html_ReferenceOrCharacterAtAnyPlace_IsWhole()
    {
        // Past the ends of the blocks that are searched at once
        for (var length = 0; length < 140; length++)
        {
            var before = new string('a', length);

            var entry = FeedText.RssItem($"<description>{before}é&amp;東&lt;😀&#233;</description><content:encoded><![CDATA[{before}é😀&amp;]]></content:encoded>");

            Assert.Equal((before + "é&東<😀é", before + "é😀&amp;"), (entry.Summary, entry.Content));
        }
    }

    [Fact]
    public void Parse_DocumentInTheMiddleOfAnArray_IsReadAsItself()
    {
        var document = Encoding.UTF8.GetBytes("<rss><channel><title>T</title><item><description>é &amp; <b>b</b></description></item></channel></rss>");
        byte[] larger = [.. "<junk>"u8, .. document, .. "</junk>&"u8];

        var parsed = FeedParser.Parse(larger.AsMemory(6, document.Length), null, null);

        Assert.True(parsed.WellFormed);
        Assert.Equal(("T", "é &amp; <b>b</b>"), (parsed.Feed.Title, Assert.Single(parsed.Entries).Summary));
    }

    [Theory]
    [InlineData("utf-16", "“Straße” Łódź 東京 😀")]
    [InlineData("utf-32", "“Straße” Łódź 東京 😀")]
    [InlineData("windows-1251", "Москва — «город»")]
    [InlineData("shift_jis", "東京")]
    [InlineData("iso-8859-2", "Łódź")]
    [InlineData("gb18030", "北京 😀")]
    public void Html_InAnotherEncoding_IsTheSame(string encoding, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var document = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><rss><channel><item><title>{text}</title><description>{text} &lt;i> &amp;amp; {text}</description>"
            + $"<encoded><p title=\"{text}\">{text}</p></encoded></item></channel></rss>";

        var entry = Assert.Single(FeedParser.Parse(Encoding.GetEncoding(encoding).GetBytes(document), null, null).Entries);

        Assert.Equal((text, $"{text} <i> &amp; {text}", $"<p title=\"{text}\">{text}</p>"), (entry.Title, entry.Summary, entry.Content));
    }

    [Fact]
    public void Html_WithBytesThatAreNoUtf8_ReadsThemAsWindows1252()
    {
        byte[] document = [.. "<rss><channel><item><description>é "u8, 0x93, .. "quoted"u8, 0x94, .. " &amp; 東"u8, 0xE6, .. "</description></item></channel></rss>"u8];

        var parsed = FeedParser.Parse(document, null, null);

        Assert.Equal("é “quoted” & 東æ", Assert.Single(parsed.Entries).Summary);
        Assert.Equal("undecodable_bytes", Assert.Single(parsed.Problems).Code);
    }

    [Fact]
    public void Parse_WordsThatRepeat_AreOneString()
    {
        var parsed = FeedText.Rss(string.Concat(Enumerable.Repeat("<item><author>Jo Doe</author><category domain=\"a\">News</category></item>", 2)));

        Assert.Same(parsed.Entries[0].Authors[0].Name, parsed.Entries[1].Authors[0].Name);
        Assert.Same(parsed.Entries[0].Categories[0].Term, parsed.Entries[1].Categories[0].Term);
    }

    [Fact]
    public void Equals_SameTexts_AreTheSameEntry()
    {
        var (first, second) = (FeedText.RssItem("<description>a &amp; b</description>"), FeedText.RssItem("<description><![CDATA[a & b]]></description>"));

        Assert.Equal(first.SummaryText, second.SummaryText);
        Assert.Equal("a & b", new ParsedEntry { Summary = "a & b" }.Summary);
        Assert.Equal(first.SummaryText, new ParsedEntry { Summary = "a & b" }.SummaryText);
        Assert.Null(new ParsedEntry { Summary = null }.SummaryText);
    }

    [CorporaFact]
    public void Parse_ManyDocumentsSideBySide_GivesWhatEachGivesAlone()
    {
        var documents = Directory.GetFiles(Corpora.PathOf("feeds"), "*", SearchOption.AllDirectories).Select(File.ReadAllBytes).ToArray();
        var alone = documents.Select(document => string.Join('\n', Texts(FeedParser.Parse(document, null, null)))).ToArray();

        var together = documents.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(document => string.Join('\n', Texts(FeedParser.Parse(document, null, null)))).ToArray();

        Assert.Equal(alone, together);
    }

    [Fact]
    public void Html_AskedForByManyAtOnce_IsTheSame()
    {
        var entry = FeedText.RssItem($"<description>{string.Concat(Enumerable.Repeat("é &lt;b&gt; ", 5000))}</description>");

        var texts = new string?[16];
        Parallel.For(0, texts.Length, index => texts[index] = entry.Summary);

        Assert.All(texts, text => Assert.Equal(string.Concat(Enumerable.Repeat("é <b> ", 5000)), text));
    }
}
