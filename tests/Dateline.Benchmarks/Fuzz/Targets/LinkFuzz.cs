using System.Text;
using Dateline.Worker.Http;

namespace Dateline.Benchmarks.Fuzz.Targets;

/// <summary>Any text as a Link header, which names hubs and a feed's own address.</summary>
internal sealed class LinkFuzz : FuzzTarget
{
    private static readonly Uri Base = new("https://news.example/feeds/world.xml");

    public override string Name => "links";

    public override int Longest => 2_048;

    public override long MostAllocated(int length) => (1L << 20) + 2_000L * length;

    public override IReadOnlyList<string> Pieces { get; } =
        ["<", ">", "<>", "<a>", "; rel=hub", "; rel=\"self hub\"", "; REL = 'x'", ";", ",", "=", "\"", "\\", "\\\"", "https://hub.example/", "http://[", "//", "javascript:x", "title=\"a, b\"", "rel=", "rel", " ", "\t", "\0", "é", "\uFFFD"];

    public override IEnumerable<byte[]> Seeds(FuzzSeeds seeds) =>
        ["<https://hub.example/>; rel=\"hub\", </self>; rel=self; title=\"a, <b>; c\""u8.ToArray(), "<a>;rel=hub,<b>;rel=hub"u8.ToArray()];

    public override void Check(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var links = LinkHeader.Read(text, Base);
        Require(links.SequenceEqual(LinkHeader.Read(text, Base)), "a header reads the same again");
        Require(links.All(link => link.Target.IsAbsoluteUri && link.Relation.Length > 0 && !link.Relation.Any(char.IsWhiteSpace)), "a link has an address and one relation");
        Require(links.Count <= text.Length, "links are no more than were written");
    }
}
