namespace Dateline.Worker.Classification.Watches;

/// <summary>Rules together: an article's words are read once for all, and only rules that have one of the words they cannot do without are evaluated. Immutable, safe for many threads.</summary>
internal sealed class WatchSet
{
    public static readonly WatchSet Empty = new([]);

    [ThreadStatic]
    private static WatchHits? hits;

    [ThreadStatic]
    private static WatchWords? words;

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

    /// <summary>The names of the rules that match, in the rules' order.</summary>
    public IReadOnlyList<string> Names(WatchedArticle article) => [.. Matched(article, out _).Select(rule => rules[rule].Name)];

    /// <summary>The same with what they matched by.</summary>
    public IReadOnlyList<WatchMatch> Match(WatchedArticle article)
    {
        var matched = Matched(article, out var evaluation);
        return [.. matched.Select(rule => new WatchMatch(rules[rule].Name, [.. evaluation.Evidence(rules[rule].Root).Distinct(StringComparer.Ordinal)]))];
    }

    private List<int> Matched(WatchedArticle article, out WatchEvaluation evaluation)
    {
        var found = hits ??= new WatchHits();
        evaluation = new WatchEvaluation(found, article);
        if (rules.Length == 0)
            return [];
        Read(article, found);
        var candidates = new HashSet<int>(wordless);
        foreach (var term in found.Terms)
        {
            foreach (var rule in rulesOfTerm[term])
                candidates.Add(rule);
        }

        var matched = new List<int>();
        foreach (var rule in candidates)
        {
            if (evaluation.Holds(rules[rule].Root))
                matched.Add(rule);
        }

        matched.Sort();
        return matched;
    }

    private void Read(WatchedArticle article, WatchHits found)
    {
        found.Clear(index.Count);
        var list = words ??= new WatchWords();
        list.Read(article.Title);
        index.Find(list, found.Add);
        // farther than any NEAR reaches: title and text are not near each other
        var start = found.TextStart = list.Count + 2_000;
        list.Read(article.Text);
        index.Find(list, (term, first, last) => found.Add(term, first + start, last + start));
    }
}
