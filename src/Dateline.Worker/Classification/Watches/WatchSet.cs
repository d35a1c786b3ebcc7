namespace Dateline.Worker.Classification.Watches;

/// <summary>Rules together: an article's words are read once for all, and only rules that have one of the words they cannot do without are evaluated. Immutable, safe for many threads.</summary>
internal sealed class WatchSet
{
    public static readonly WatchSet Empty = new([]);

    [ThreadStatic]
    private static WatchHits? hits;

    [ThreadStatic]
    private static List<string>? words;

    private readonly WatchIndex index = new();
    private readonly WatchRule[] rules;
    private readonly int[][] rulesOfTerm;
    private readonly int[] wordless;

    public WatchSet(IReadOnlyList<WatchRule> rules)
    {
        this.rules = [.. rules.Select(rule => rule with { Root = WatchTriggers.Numbered(rule.Root, index) })];
        var triggers = this.rules.Select(rule => WatchTriggers.Of(rule.Root)).ToArray();
        var byTerm = triggers.SelectMany((terms, rule) => (terms ?? []).Select(term => (Term: term, Rule: rule))).ToLookup(pair => pair.Term, pair => pair.Rule);
        rulesOfTerm = [.. Enumerable.Range(0, index.Count).Select(term => byTerm[term].ToArray())];
        wordless = [.. Enumerable.Range(0, this.rules.Length).Where(rule => triggers[rule] is null)];
    }

    public int Count => rules.Length;

    /// <summary>In the order of the rules.</summary>
    public IReadOnlyList<WatchMatch> Match(WatchedArticle article)
    {
        if (rules.Length == 0)
            return [];
        var found = hits ??= new WatchHits();
        Read(article, found);
        var candidates = new HashSet<int>(wordless);
        foreach (var term in found.Terms)
        {
            foreach (var rule in rulesOfTerm[term])
                candidates.Add(rule);
        }

        var evaluation = new WatchEvaluation(found, article);
        var matched = candidates.Where(rule => evaluation.Holds(rules[rule].Root)).Order();
        return [.. matched.Select(rule => new WatchMatch(rules[rule].Name, [.. evaluation.Evidence(rules[rule].Root).Distinct(StringComparer.Ordinal)]))];
    }

    private void Read(WatchedArticle article, WatchHits found)
    {
        found.Clear(index.Count);
        var list = words ??= new List<string>(512);
        list.Clear();
        WatchWords.Read(article.Title, list.Add);
        index.Find(list, found.Add);
        // farther than any NEAR reaches: title and text are not near each other
        var start = found.TextStart = list.Count + 2_000;
        list.Clear();
        WatchWords.Read(article.Text, list.Add);
        index.Find(list, (term, first, last) => found.Add(term, first + start, last + start));
    }
}
