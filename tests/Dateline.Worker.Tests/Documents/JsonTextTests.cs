using System.Text.Json;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Tests.Documents;

public class JsonTextTests
{
    [Theory]
    [InlineData(@"""cut \ud83d""", "cut \uFFFD")]
    [InlineData(@"""\ude00 alone, \ud83d\ude00 whole, \uD83D\uD83D\uDE00 both""", "\uFFFD alone, \U0001F600 whole, \uFFFD\U0001F600 both")]
    [InlineData(@"""C:\\ud800 \""quoted\"" \ud800""", "C:\\ud800 \"quoted\" \uFFFD")]
    [InlineData(@"""\ud83d""", null)]
    [InlineData("12", null)]
    public void Of_HalfAPair_IsReplacedAndTheRestStays(string json, string? expected)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal(expected, JsonText.Of(document.RootElement));
    }

    [Fact]
    public void Of_NoUtf8_IsNothing()
    {
        using var document = JsonDocument.Parse(new ReadOnlyMemory<byte>([(byte)'"', 0xC3, (byte)'"']));
        Assert.Null(JsonText.Of(document.RootElement));
    }
}
