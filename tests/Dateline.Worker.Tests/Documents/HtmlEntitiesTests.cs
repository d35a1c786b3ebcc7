using Dateline.Worker.Documents;

namespace Dateline.Worker.Tests.Documents;

public class HtmlEntitiesTests
{
    [Theory]
    [InlineData("&eacute;&Eacute;", "éÉ")]
    [InlineData("&#233;&#xE9;&#Xe9;", "ééé")]
    [InlineData("&#128512;", "😀")]
    [InlineData("&#150;&#146;", "–’")]
    [InlineData("&nbsp;&shy;&hellip;", "\u00A0\u00AD…")]
    [InlineData("&CounterClockwiseContourIntegral;", "∳")]
    [InlineData("&apos;&quot;", "'\"")]
    [InlineData("&amp;amp;", "&amp;")]
    [InlineData("R&D; &nosuchname; & alone", "R&D; &nosuchname; & alone")]
    [InlineData("&#0;&#xD800;&#x110000;&#99999999999;", "&#0;&#xD800;&#x110000;&#99999999999;")]
    [InlineData("&", "&")]
    [InlineData("&;", "&;")]
    public void Decode_Reference_IsReplacedOnce(string html, string text) => Assert.Equal(text, HtmlEntities.Decode(html));

    [Fact]
    public void Decode_MillionAmpersands_KeepsThem() => Assert.Equal(1_000_000, HtmlEntities.Decode(new string('&', 1_000_000)).Length);
}
