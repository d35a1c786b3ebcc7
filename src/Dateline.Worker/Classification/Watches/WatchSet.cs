namespace Dateline.Worker.Classification.Watches;

/// <summary>Rules together: an article's words are read once for all, and only rules that have one of them are evaluated. Immutable, safe for many threads.</summary>
internal sealed class WatchSet
{
    public static readonly WatchSet Empty = new([]);

    private readonly WatchIndex index = new();
    private readonly IReadOnlyList<WatchRule> rules;
    private readonly List<int>[] rulesOfTerm;
    private readonly List<int> wordless = [];

    public WatchSet(IReadOnlyList<WatchRule> rules)
    {
        this.rules = rules;
        var terms = rules.Select(rule => TermsOf(rule.Root).Select(term => index.Add(term.Text)).Distinct().ToArray()).ToArray();
        rulesOfTerm = [.. Enumerable.Range(0, index.Count).Select(_ => new List<int>())];
        for (var rule = 0; rule < rules.Count; rule++)
        {
            foreach (var term in terms[rule])
                rulesOfTerm[term].Add(rule);
            if (MayHoldWithoutWords(rules[rule].Root))
                wordless.Add(rule);
        }
    }

    public int Count => rules.Count;

    /// <summary>In the order of the rules.</summary>
    public IReadOnlyList<WatchMatch> Match(WatchedArticle article)
    {
        if (rules.Count == 0)
            return [];
        var evaluation = new WatchEvaluation(index, article);
        var candidates = new SortedSet<int>(wordless);
        foreach (var term in evaluation.Terms)
            candidates.UnionWith(rulesOfTerm[term]);
        return
        [
            .. candidates.Select(rule => rules[rule]).Where(rule => evaluation.Holds(rule.Root))
                .Select(rule => new WatchMatch(rule.Name, [.. evaluation.Evidence(rule.Root).Distinct(StringComparer.Ordinal)])),
        ];
    }

    private static IEnumerable<WatchNode.Term> TermsOf(WatchNode node) => node switch
    {
        WatchNode.Term term => [term],
        WatchNode.And and => and.Parts.SelectMany(TermsOf),
        WatchNode.Or or => or.Parts.SelectMany(TermsOf),
        WatchNode.Not not => TermsOf(not.Part),
        WatchNode.Near near => near.Parts.SelectMany(TermsOf),
        WatchNode.AtLeast atLeast => atLeast.Parts.SelectMany(part => TermsOf(part.Part)),
        _ => [],
    };

    /// <summary>Rules of tags alone, and those that only forbid words.</summary>
    private static bool MayHoldWithoutWords(WatchNode node) => node switch
    {
        WatchNode.Tag or WatchNode.Not => true,
        WatchNode.And and => and.Parts.All(MayHoldWithoutWords),
        WatchNode.Or or => or.Parts.Any(MayHoldWithoutWords),
        WatchNode.AtLeast atLeast => atLeast.Parts.Where(part => part.Weight > 0 && MayHoldWithoutWords(part.Part)).Sum(part => part.Weight) >= atLeast.Threshold,
        _ => false,
    };
}
