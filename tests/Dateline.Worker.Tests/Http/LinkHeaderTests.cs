using Dateline.Worker.Http;

namespace Dateline.Worker.Tests.Http;

public class LinkHeaderTests
{
    [Theory]
    [InlineData("<https://a.example/>; rel=\"hub\"", "hub https://a.example/")]
    [InlineData("<https://a.example/>; rel=\"hub\tself\"", "hub https://a.example/|self https://a.example/")]
    [InlineData("</x>;rel=self , <y>; REL=Hub", "self https://base.example/x|hub https://base.example/d/y")]
    [InlineData("<https://a.example/?q=1,2;3>; title=\"a, <b>; rel=hub\"; rel=\"self alternate\"", "self https://a.example/?q=1,2;3|alternate https://a.example/?q=1,2;3")]
    [InlineData("<https://a.example/>; rel=next; rel=hub", "next https://a.example/")]
    [InlineData("<https://a.example/>", "")]
    [InlineData("<https://a.example/; rel=hub", "")]
    [InlineData("rel=hub", "")]
    [InlineData("<http://[bad>; rel=hub, <https://b.example/>; rel=hub", "hub https://b.example/")]
    [InlineData(null, "")]
    public void Read_GivesRelationsAndTargets(string? header, string expected) => Assert.Equal(
        expected, string.Join('|', LinkHeader.Read(header, new Uri("https://base.example/d/")).Select(link => $"{link.Relation} {link.Target.AbsoluteUri}")));
}
