namespace Dateline.Worker.Classification.Watches;

/// <summary>The words that a rule cannot do without: at least one of them stands in every text that it matches. Pure.</summary>
internal static class WatchTriggers
{
    /// <summary>The same rule with its terms numbered.</summary>
    public static WatchNode Numbered(WatchNode node, WatchIndex index) => node switch
    {
        WatchNode.Term term => term with { Id = index.Add(term.Text) },
        WatchNode.And and => new WatchNode.And([.. and.Parts.Select(part => Numbered(part, index))]),
        WatchNode.Or or => new WatchNode.Or([.. or.Parts.Select(part => Numbered(part, index))]),
        WatchNode.Not not => new WatchNode.Not(Numbered(not.Part, index)),
        WatchNode.Near near => near with { Parts = [.. near.Parts.Select(part => Numbered(part, index))] },
        WatchNode.AtLeast atLeast => atLeast with { Parts = [.. atLeast.Parts.Select(part => (Numbered(part.Part, index), part.Weight))] },
        _ => node,
    };

    /// <summary>Null when the rule may hold without a word: one of tags alone, or that only forbids.</summary>
    public static HashSet<int>? Of(WatchNode node) => node switch
    {
        WatchNode.Term term => [term.Id],
        WatchNode.And and => Fewest(and.Parts),
        WatchNode.Near near => Fewest(near.Parts),
        WatchNode.Or or => All(or.Parts),
        WatchNode.AtLeast atLeast => All(atLeast.Parts.Where(part => part.Weight > 0).Select(part => part.Part)),
        _ => null,
    };

    private static HashSet<int>? Fewest(IEnumerable<WatchNode> parts) => parts.Select(Of).OfType<HashSet<int>>().MinBy(terms => terms.Count);

    private static HashSet<int>? All(IEnumerable<WatchNode> parts)
    {
        var all = new HashSet<int>();
        foreach (var part in parts)
        {
            if (Of(part) is not { } terms)
                return null;
            all.UnionWith(terms);
        }

        return all;
    }
}
