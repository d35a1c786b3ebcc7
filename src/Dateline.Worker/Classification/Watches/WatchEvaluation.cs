namespace Dateline.Worker.Classification.Watches;

/// <summary>One article's terms with their places, and what its rules make of them.</summary>
internal sealed class WatchEvaluation
{
    private readonly WatchIndex index;
    private readonly WatchedArticle article;
    private readonly Dictionary<int, List<(int First, int Last)>> places = [];
    private readonly int textStart;

    public WatchEvaluation(WatchIndex index, WatchedArticle article)
    {
        this.index = index;
        this.article = article;
        var words = new List<string>(256);
        WatchWords.Read(article.Title, words.Add);
        index.Find(words, (term, first, last) => Add(term, first, last));
        // farther than any NEAR reaches: title and text are not near each other
        textStart = words.Count + 2_000;
        words.Clear();
        WatchWords.Read(article.Text, words.Add);
        index.Find(words, (term, first, last) => Add(term, first + textStart, last + textStart));
    }

    /// <summary>The terms that stand in the article.</summary>
    public IReadOnlyCollection<int> Terms => places.Keys;

    public bool Holds(WatchNode node) => node switch
    {
        WatchNode.Term term => Places(term).Any(),
        WatchNode.Tag tag => WatchTags.Holds(tag, article),
        WatchNode.And and => and.Parts.All(Holds),
        WatchNode.Or or => or.Parts.Any(Holds),
        WatchNode.Not not => !Holds(not.Part),
        WatchNode.Near near => Ends(near).Count > 0,
        WatchNode.AtLeast atLeast => atLeast.Parts.Where(part => Holds(part.Part)).Sum(part => part.Weight) >= atLeast.Threshold,
        _ => throw new NotSupportedException($"{node.GetType().Name} is no part of a rule."),
    };

    /// <summary>The terms and tags that speak for a rule that holds.</summary>
    public IEnumerable<string> Evidence(WatchNode node)
    {
        if (node is WatchNode.Not || !Holds(node))
            return [];
        return node switch
        {
            WatchNode.Term term => [term.Text],
            WatchNode.Tag tag => [$"{tag.Kind.ToString().ToLowerInvariant()}:{tag.Value}"],
            WatchNode.And and => and.Parts.SelectMany(Evidence),
            WatchNode.Or or => or.Parts.SelectMany(Evidence),
            WatchNode.Near near => near.Parts.SelectMany(Evidence),
            WatchNode.AtLeast atLeast => atLeast.Parts.Where(part => part.Weight > 0).SelectMany(part => Evidence(part.Part)),
            _ => [],
        };
    }

    private void Add(int term, int first, int last)
    {
        if (!places.TryGetValue(term, out var list))
            places[term] = list = [];
        list.Add((first, last));
    }

    private IEnumerable<(int First, int Last)> Places(WatchNode.Term term)
    {
        if (!places.TryGetValue(index.IdOf(term.Text), out var list))
            return [];
        return term.Field switch
        {
            WatchField.Title => list.Where(place => place.First < textStart),
            WatchField.Text => list.Where(place => place.First >= textStart),
            _ => list,
        };
    }

    private List<(int First, int Last)> PlacesOf(WatchNode node) => node switch
    {
        WatchNode.Term term => [.. Places(term)],
        WatchNode.Or or => [.. or.Parts.SelectMany(PlacesOf)],
        WatchNode.Near near => Ends(near),
        _ => [],
    };

    /// <summary>Where the last part stands, of every chain in which each part is near the one before.</summary>
    private List<(int First, int Last)> Ends(WatchNode.Near near)
    {
        var reached = PlacesOf(near.Parts[0]);
        foreach (var part in near.Parts.Skip(1))
        {
            var before = reached;
            reached = [.. PlacesOf(part).Where(place => before.Exists(other => IsNear(other, place, near.Words)))];
        }

        return reached;
    }

    private static bool IsNear((int First, int Last) one, (int First, int Last) other, int words) =>
        one != other && (one.First <= other.First ? other.First - one.Last : one.First - other.Last) <= words;
}
