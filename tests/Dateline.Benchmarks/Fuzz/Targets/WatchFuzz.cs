using System.Text;
using Dateline.Worker.Classification.Watches;

namespace Dateline.Benchmarks.Fuzz.Targets;

/// <summary>Any text as a rule and as a file of rules, on articles that have the rule's own words.</summary>
internal sealed class WatchFuzz : FuzzTarget
{
    private static readonly WatchedArticle Plain = new("Strikes halt trains across France", "Rail unions in Paris said on Monday that the strike would last. A car bomb was found. Le président a démissionné. 東京で大きな地震があった")
    {
        Authors = ["Jane Doe"], Host = "lemonde.fr", FeedId = 7, FeedTitle = "Le Monde", Language = "en",
    };

    public override string Name => "watches";

    public override int Longest => 1_024;

    public override long MostAllocated(int length) => (16L << 20) + 100_000L * length;

    public override IReadOnlyList<string> Pieces { get; } =
    [
        " AND ", " OR ", " NOT ", " NEAR ", " NEAR/3 ", " NEAR/0 ", " NEAR/1001 ", " ATLEAST 2 (", "ATLEAST 1e308 (", "ATLEAST NaN (", "(", ")", "\"", "“", "”", "„", "«", "»", "^", "^3", "^-2", "^.", "*", "?", "s*k?", "*ike", "title:", "text:", "topic:labour", "country:FR", "mention:JP", "region:europe",
        "language:en", "feed:7", "site:fr", "author:\"jane\"", "label:a/b", ":", "=", "\n", "\n ", "# ", "name = ", "strike", "bomb", "car", "\"car bomb\"", "地震", "é", "e\u0301", "\u0301", "\uFEFF", "\r", "\t", "\uD83D\uDE00", "İ", "ß", "0", "-",
    ];

    public override IEnumerable<byte[]> Seeds(FuzzSeeds seeds) => new[]
    {
        "strike AND (bomb OR \"car bomb*\") AND NOT plane", "ATLEAST 5 (bomb^3 blast^2 \"car bomb\"^5 peace^-3)", "strike NEAR/3 (paris OR rail) NEAR/5 unions", "title:strikes country:FR topic:labour author:\"jane doe\"",
        "a = strike\nb = strike AND\n  NOT bomb\n# comment\nc = s*k?", "NOT NOT (plane OR NOT strike)", "地震 OR *ike",
    }.Select(Encoding.UTF8.GetBytes);

    public override void Check(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        CheckFile(text);
        var (rule, problem) = WatchReader.ReadOne(text, "rule");
        Require(rule is null != problem is null, "a rule is read or told to be wrong");
        RequirePlace(problem, text);
        if (rule is null)
            return;
        var own = Plain with { Title = text, Text = $"{text} {text}" };
        foreach (var article in new[] { Plain, own })
        {
            var holds = Holds(text, article);
            Require(Holds(text, article) == holds, "a rule holds or does not, every time");
            Require(Holds($"NOT ({text})", article) is not { } not || not != holds, "a rule's negation holds when it does not");
            Require(Holds($"({text}) AND ({text})", article) is not { } both || both == holds, "a rule and itself is the rule");
            Require(Holds($"({text}) OR nosuchword", article) is not { } either || either == holds, "a rule or what never holds is the rule");
            Require(Holds($"nosuchword OR NOT ({text})", article) is not { } neither || neither != holds, "what never holds or a rule's negation is the negation");
            var others = new WatchSet([.. Enumerable.Range(0, 3).Select(number => WatchReader.ReadOne(number == 1 ? text : "strike AND NOT bomb OR ca*", $"r{number}").Rule!)]);
            Require(others.Names(article).Contains("r1") == holds, "a rule holds or does not beside any others");
            Require(others.Match(article).Select(match => match.Name).SequenceEqual(others.Names(article)), "evidence is given for the rules that hold");
        }
    }

    private static void CheckFile(string text)
    {
        var file = WatchReader.Read(text);
        Require(file.Rules.Select(rule => rule.Name).Distinct().Count() == file.Rules.Count, "names of rules are different");
        foreach (var problem in file.Problems)
            RequirePlace(problem, text);
        var names = new WatchSet(file.Rules).Names(Plain);
        Require(names.All(name => file.Rules.Any(rule => rule.Name == name)), "only rules of the file match");
    }

    private static void RequirePlace(WatchProblem? problem, string text) =>
        Require(problem is null || problem.Line >= 1 && problem.Column >= 1 && problem.Line <= text.ReplaceLineEndings("\n").Split('\n').Length && problem.Message.Length > 0, "a problem has a place in the text");

    /// <summary>Null when it is no rule: too deep, where a rule is wrapped.</summary>
    private static bool? Holds(string text, WatchedArticle article) =>
        WatchReader.ReadOne(text, "rule").Rule is { } rule ? new WatchSet([rule]).Names(article).Count == 1 : null;
}
