using Dateline.Worker.Classification.Watches;
using Dateline.Worker.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Worker.Tests.Classification.Watches;

public class WatchReaderTests
{
    [Fact]
    public void Read_RulesOverLinesWithComments_AndTheirPlaces()
    {
        var content = WatchReader.Read("# our alerts\r\nstrikes = strike* OR\r\n  # walkouts too\r\n  walkout\r\n\r\nbombs = \"car bomb\"\r\n");
        Assert.Empty(content.Problems);
        Assert.Equal([("strikes", 2), ("bombs", 6)], content.Rules.Select(rule => (rule.Name, rule.Line)));
    }

    [Theory]
    [InlineData("(a OR b", 1, 1, "parenthesis")]
    [InlineData("a OR b)", 1, 7, "parenthesis")]
    [InlineData("a AND", 1, 6, "missing")]
    [InlineData("OR a", 1, 1, "missing before OR")]
    [InlineData("a NEAR b NEAR/0 c", 1, 10, "distance")]
    [InlineData("a NEAR (b AND c)", 1, 8, "NEAR joins")]
    [InlineData("\"open", 1, 1, "quotation")]
    [InlineData("topic:football", 1, 7, "no topic")]
    [InlineData("label:a.b", 1, 7, "no label")]
    [InlineData("country:France", 1, 9, "country code")]
    [InlineData("colour:red", 1, 1, "none of title:")]
    [InlineData("a ^3", 1, 3, "ATLEAST")]
    [InlineData("ATLEAST (a)", 1, 9, "number")]
    [InlineData("ATLEAST 3 (a^x)", 1, 13, "no weight")]
    [InlineData("ATLEAST 3 ()", 1, 11, "nothing")]
    [InlineData("a AND *", 1, 7, "wildcards alone")]
    [InlineData("a AND ,", 1, 7, "no letter")]
    [InlineData("a OR\n  (b", 2, 3, "parenthesis")]
    [InlineData("", 1, 1, "missing")]
    public void ReadOne_WhatIsNoRule_IsRefusedAtItsPlace(string text, int line, int column, string message)
    {
        var (rule, problem) = WatchReader.ReadOne(text, "rule");
        Assert.Null(rule);
        Assert.Equal((line, column), (problem!.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Has Capitals = a")]
    [InlineData("= a")]
    [InlineData("no rule here")]
    [InlineData("one = a AND")]
    [InlineData("two = b")]
    public void Read_ABadRule_CostsNoOther(string bad)
    {
        var content = WatchReader.Read($"one = a\n{bad}\ntwo = b");
        Assert.Contains("one", content.Rules.Select(rule => rule.Name));
        Assert.Contains("two", content.Rules.Select(rule => rule.Name));
        Assert.InRange(content.Problems.Single().Line, 2, 3);
    }

    [Fact]
    public void ReadOne_DeepOrLong_IsRefused()
    {
        Assert.NotNull(WatchReader.ReadOne(new string('(', 10_000), "rule").Problem);
        Assert.NotNull(WatchReader.ReadOne(string.Join(" OR ", Enumerable.Repeat("word", 10_000)), "rule").Problem);
    }

    [Fact]
    public void Rules_OfAFile_AreReadAgainWhenItChangesAndStayWhenItIsGone()
    {
        var file = Path.GetTempFileName();
        var time = new FakeTimeProvider(Some.Now);
        var watches = new WatchFile(Options.Create(new WatchOptions { File = file }), time, NullLogger<WatchFile>.Instance);
        int Count()
        {
            time.Advance(TimeSpan.FromSeconds(3));
            return watches.Rules.Count;
        }

        File.WriteAllText(file, "one = a");
        Assert.Equal(1, Count());
        File.WriteAllText(file, "one = a\ntwo = b\nbad = (");
        Assert.Equal(2, Count());
        File.Delete(file);
        Assert.Equal(2, Count());
        File.WriteAllText(file, "one = a\ntwo = b\nthree = c");
        Assert.Equal(3, Count());
        File.Delete(file);
    }
}
