namespace Dateline.Worker.Classification.Watches;

/// <summary>What the rules of a set make of one article. For one thread.</summary>
internal sealed class WatchEvaluation(WatchHits hits, WatchedArticle article)
{
    public bool Holds(WatchNode node)
    {
        switch (node)
        {
            case WatchNode.Term term:
                return hits.Any(term);
            case WatchNode.Tag tag:
                return WatchTags.Holds(tag, article);
            case WatchNode.Not not:
                return !Holds(not.Part);
            case WatchNode.Near near:
                return AnyOf(near) && Ends(near).Count > 0;
            case WatchNode.And and:
                foreach (var part in and.Parts)
                {
                    if (!Holds(part))
                        return false;
                }

                return true;
            case WatchNode.Or or:
                foreach (var part in or.Parts)
                {
                    if (Holds(part))
                        return true;
                }

                return false;
            case WatchNode.AtLeast atLeast:
                var sum = 0.0;
                foreach (var (part, weight) in atLeast.Parts)
                    sum += Holds(part) ? weight : 0;
                return sum >= atLeast.Threshold;
            default:
                throw new NotSupportedException($"{node.GetType().Name} is no part of a rule.");
        }
    }

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

    /// <summary>Each part stands somewhere, if not near the others: cheaper to see.</summary>
    private bool AnyOf(WatchNode.Near near)
    {
        foreach (var part in near.Parts)
        {
            if (!Holds(part))
                return false;
        }

        return true;
    }

    private List<(int First, int Last)> PlacesOf(WatchNode node)
    {
        if (node is WatchNode.Near near)
            return Ends(near);
        var places = new List<(int, int)>();
        if (node is WatchNode.Term term)
            hits.AddPlaces(term, places);
        else if (node is WatchNode.Or or)
            or.Parts.OfType<WatchNode.Term>().ToList().ForEach(part => hits.AddPlaces(part, places));
        return places;
    }

    /// <summary>Where the last part stands, of every chain in which each part is near the one before.</summary>
    private List<(int First, int Last)> Ends(WatchNode.Near near)
    {
        var reached = PlacesOf(near.Parts[0]);
        foreach (var part in near.Parts.Skip(1))
        {
            var before = new WatchPlaces(reached);
            reached = PlacesOf(part);
            reached.RemoveAll(place => !before.IsNear(place, near.Words));
        }

        return reached;
    }
}
