namespace Dateline.Worker.Classification.Watches;

/// <summary>The rules of a file and what was refused of it.</summary>
internal sealed record WatchFileContent(IReadOnlyList<WatchRule> Rules, IReadOnlyList<WatchProblem> Problems);

/// <summary>
/// Reads rules: <c>name = rule</c>, each from the start of a line; indented lines go on with the rule above, lines that begin with # are comments. A rule
/// that is wrong is told with its place and left out, the others stay. Pure.
/// </summary>
internal static class WatchReader
{
    private const int LongestRule = 20_000;

    public static WatchFileContent Read(string text)
    {
        List<WatchRule> rules = [];
        List<WatchProblem> problems = [];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, block) in Blocks(text))
        {
            var (rule, problem) = ReadRule(block, line);
            if (problem is not null)
                problems.Add(problem);
            else if (names.Add(rule!.Name))
                rules.Add(rule);
            else
                problems.Add(new WatchProblem(rule.Name, line, 1, $"there is a rule {rule.Name} already"));
        }

        return new WatchFileContent(rules, problems);
    }

    /// <summary>One rule without a name, for tests of it.</summary>
    public static (WatchRule? Rule, WatchProblem? Problem) ReadOne(string text, string name) => Parse(name, text, 1, 1);

    private static (WatchRule? Rule, WatchProblem? Problem) ReadRule(string block, int line)
    {
        var equals = block.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return (null, new WatchProblem(null, line, 1, "this is no rule (name = words)"));
        var name = block[..equals].Trim();
        if (name.Length is 0 or > 100 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'))
            return (null, new WatchProblem(null, line, 1, $"\"{(name.Length > 100 ? name[..100] : name)}\" is no name: small letters, digits, hyphens and underscores, since it becomes a word of the routing key"));
        return Parse(name, block[(equals + 1)..], line, equals + 2);
    }

    private static (WatchRule? Rule, WatchProblem? Problem) Parse(string name, string text, int line, int column)
    {
        if (text.Length > LongestRule)
            return (null, new WatchProblem(name, line, column, $"the rule is longer than {LongestRule} characters"));
        try
        {
            return (new WatchRule(name, new WatchParser(new WatchLexer(text, line, column).Read()).Read(), line), null);
        }
        catch (WatchSyntaxException e)
        {
            return (null, new WatchProblem(name, e.Line, e.Column, e.Message));
        }
    }

    /// <summary>Comments become empty lines, so that the places in a rule stay right.</summary>
    private static IEnumerable<(int Line, string Block)> Blocks(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimStart() is ['#', ..] ? "" : line).ToArray();
        for (var start = 0; start < lines.Length;)
        {
            var end = start + 1;
            if (string.IsNullOrWhiteSpace(lines[start]))
            {
                start = end;
                continue;
            }

            while (end < lines.Length && (lines[end].Length == 0 || char.IsWhiteSpace(lines[end][0])))
                end++;
            yield return (start + 1, string.Join('\n', lines[start..end]).TrimEnd());
            start = end;
        }
    }
}
