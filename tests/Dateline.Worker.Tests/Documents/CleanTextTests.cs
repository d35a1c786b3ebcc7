using Dateline.Worker.Documents;

namespace Dateline.Worker.Tests.Documents;

public class CleanTextTests
{
    [Theory]
    [InlineData("Plain, tab\tand\r\nline", "Plain, tab\tand\r\nline")]
    [InlineData("a\u001b[31mred\u001b[0m", "a[31mred[0m")]
    [InlineData("\0a\u0007b\u007fc\u009b31m\u0085d", "abc31md")]
    [InlineData("left\u202Etfel \u202Dx", "lefttfel x")]
    [InlineData("\uFFFEa\uFFFF", "a")]
    [InlineData("smile 😀 end", "smile 😀 end")]
    [InlineData("😀\u001b", "😀")]
    [InlineData("", "")]
    [InlineData("עברית \u200F عربي", "עברית \u200F عربي")]
    public void Of_KeepsWhatIsRead(string text, string expected) => Assert.Equal(expected, CleanText.Of(text));

    [Fact]
    public void Of_HalfPairs_AreDropped()
    {
        var (high, low) = ((char)0xD83D, (char)0xDE00);

        Assert.Equal("ab", CleanText.Of($"a{high}b"));
        Assert.Equal("ab", CleanText.Of($"a{low}b"));
        Assert.Equal("a", CleanText.Of($"a{high}"));
        Assert.Equal($"{high}{low}", CleanText.Of($"{high}{high}{low}{low}"));
    }

    [Fact]
    public void Of_CleanText_IsTheSameString()
    {
        var text = new string("clean 😀".AsSpan());
        Assert.Same(text, CleanText.Of(text));
    }

    [Theory]
    [InlineData("A title\n12:00:00 INF A line of ours", "A title 12:00:00 INF A line of ours")]
    [InlineData(" a \u2028\u0085 b\t", "a b")]
    [InlineData("abcdef", "abcd\u2026", 4)]
    [InlineData("abc\U0001F600", "abc\u2026", 4)]
    [InlineData("abcd", "abcd", 4)]
    public void Line_IsOneAndNotLonger(string text, string expected, int longest = 100) => Assert.Equal(expected, CleanText.Line(text, longest));
}
