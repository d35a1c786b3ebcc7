using System.Security;
using System.Text;
using System.Text.Json;
using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Benchmarks.Fuzz.Targets;

/// <summary>Feeds without a fault, made from the input: its first byte is the format, the rest the texts of the entries, one a line. What was written is what is read.</summary>
internal sealed class DocumentFuzz : FuzzTarget
{
    private static readonly string[] Formats = ["rss20", "atom10", "rss10", "json11", "atom10 html", "rss20 cdata"];

    public override string Name => "documents";

    public override int Longest => 2_048;

    public override long MostAllocated(int length) => (8L << 20) + 4_000L * length;

    public override IReadOnlyList<string> Pieces { get; } =
        ["\n", "\n\n", "<", ">", "&", "&amp;", "&lt;b&gt;", "]]>", "<![CDATA[", "<!--", "</item>", "</entry>", "</title>", "<script>", "\"}", "\\", "'", "\"", "é", "\U0001F600", "\u202E", "\u0085", "\u2028", " ", "\t", "Title"];

    public override IEnumerable<byte[]> Seeds(FuzzSeeds seeds) => Enumerable.Range(0, Formats.Length).Select(format => (byte[])[(byte)format, .. "One\nTwo & three\nAT&T <b>bold</b>\n"u8]);

    public override void Check(byte[] input)
    {
        if (input.Length == 0)
            return;
        var format = Formats[input[0] % Formats.Length];
        var texts = Legible(Encoding.UTF8.GetString(input.AsSpan(1))).Split('\n');
        var parsed = FeedParser.Parse(Encoding.UTF8.GetBytes(Document(format, texts)), null, null);

        Require(parsed.WellFormed, "a document without a fault is told to be without a fault");
        Require(parsed.Entries.Count == texts.Length, "as many entries are read as were written");
        Require(parsed.Entries.Select(entry => entry.Id).SequenceEqual(texts.Select((_, index) => $"urn:{index}")), "entries keep their order and their ids");
        Require(parsed.Entries.Select(entry => entry.PublishedText is null ? -1 : entry.Published!.Value.Minute).SequenceEqual(texts.Select((_, index) => index % 60)), "entries keep their dates");
    }

    private static string Document(string format, string[] texts) => format switch
    {
        "atom10" => $"<feed xmlns='http://www.w3.org/2005/Atom'><id>f</id>{Each(texts, (text, index) => $"<entry><id>urn:{index}</id><title>{Escape(text)}</title><published>2026-01-01T00:{index % 60:00}:00Z</published><content>{Escape(text)}</content></entry>")}</feed>",
        "atom10 html" => $"<feed xmlns='http://www.w3.org/2005/Atom'><id>f</id>{Each(texts, (text, index) => $"<entry><title type='html'>{Escape(text)}</title><summary type='html'>{Escape(text)}</summary><published>2026-01-01T00:{index % 60:00}:00Z</published><id>urn:{index}</id></entry>")}</feed>",
        "rss10" => $"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='f'/>{Each(texts, (text, index) => $"<item rdf:about='urn:{index}'><title>{Escape(text)}</title><dc:date>2026-01-01T00:{index % 60:00}:00Z</dc:date></item>")}</rdf:RDF>",
        "json11" => JsonSerializer.Serialize(new
        {
            version = "https://jsonfeed.org/version/1.1",
            items = texts.Select((text, index) => new { id = $"urn:{index}", title = text, content_text = text, date_published = $"2026-01-01T00:{index % 60:00}:00Z" }),
        }),
        _ => $"<rss version='2.0'><channel>{Each(texts, (text, index) => $"<item><guid>urn:{index}</guid><pubDate>Thu, 01 Jan 2026 00:{index % 60:00}:00 GMT</pubDate><title>{(format == "rss20" ? Escape(text) : Raw(text))}</title><description>{Escape(text)}</description></item>")}</channel></rss>",
    };

    private static string Each(string[] texts, Func<string, int, string> entry) => string.Concat(texts.Select(entry));

    private static string Escape(string text) => SecurityElement.Escape(text);

    private static string Raw(string text) => $"<![CDATA[{text.Replace("]]>", "]]&gt;", StringComparison.Ordinal)}]]>";

    /// <summary>Without what no XML document may hold.</summary>
    private static string Legible(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or >= 0x20 and not (0xFFFE or 0xFFFF)));
}
