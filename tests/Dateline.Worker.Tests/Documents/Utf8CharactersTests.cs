using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Tests.Documents;

public class Utf8CharactersTests
{
    [Fact]
    public void SpaceLength_OfEveryCharacter_IsWhatDotnetCallsSpace()
    {
        foreach (var code in Enumerable.Range(0, char.MaxValue + 1).Where(code => Rune.IsValid(code)))
        {
            var bytes = Encoding.UTF8.GetBytes($"{(char)code}x");

            Assert.Equal(char.IsWhiteSpace((char)code) ? bytes.Length - 1 : 0, Utf8Characters.SpaceLength(bytes));
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" \t\r\n\u00A0\u3000", true)]
    [InlineData("\u3000.", false)]
    [InlineData("\u0001", false)]
    public void IsWhiteSpace_Text_IsNothingButSpace(string text, bool expected) => Assert.Equal(expected, Utf8Characters.IsWhiteSpace(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("a", true)]
    [InlineData("éa", true)]
    [InlineData("東", true)]
    [InlineData("1", false)]
    [InlineData("😀", false)]
    [InlineData("", false)]
    public void StartsWithLetter_Text_IsALetterOfAnyScript(string text, bool expected) =>
        Assert.Equal(expected, Utf8Characters.StartsWithLetter(Encoding.UTF8.GetBytes(text)));
}
