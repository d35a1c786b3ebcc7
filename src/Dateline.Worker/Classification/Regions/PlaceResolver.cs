namespace Dateline.Worker.Classification.Regions;

/// <summary>Settles what each candidate means by what the rest of the text names.</summary>
internal sealed class PlaceResolver(Gazetteer gazetteer)
{
    /// <summary>What a named country adds to its cities, in decimal orders of inhabitants, for up to two mentions.</summary>
    private const float EvidenceWeight = 1.6f, StateEvidence = 1.5f, HomeEvidence = 1.5f;

    /// <summary>Places smaller than this (about 16,000 inhabitants) need their country named.</summary>
    private const float SmallCity = 4.2f, SmallArea = 5f;

    /// <summary>The same in another language than English (100,000 inhabitants); areas need it always.</summary>
    private const float SmallCityAbroad = 5f;

    /// <summary>Where the title and the lead have ended in most articles.</summary>
    private const int LeadEnd = 250;

    private readonly float[] evidence = new float[gazetteer.Countries.Count];
    private readonly bool[] named = new bool[gazetteer.Countries.Count];
    private readonly NameSet spoken = new();
    private readonly HashSet<string> states = new(StringComparer.Ordinal);
    private readonly Georgia georgia = new(gazetteer);

    private bool isForeign;

    /// <summary>Which Georgia this text means; the same wherever it stands in it.</summary>
    private PlaceSense? georgiaHere;

    /// <summary>Fills <paramref name="mentions"/>; <paramref name="named"/> is what the forms of another language than English name, null for English.</summary>
    public void Resolve(PlaceWords words, List<PlaceCandidate> candidates, int home, List<Mention> mentions, List<Mention>? named = null)
    {
        mentions.Clear();
        isForeign = named is not null;
        Weigh(words, candidates, home, named);
        georgiaHere = null;
        foreach (var candidate in candidates)
        {
            var sense = Choose(words, candidate, candidates);
            if (sense is { } chosen)
                mentions.Add(new Mention(chosen.Country, words[candidate.From].Start, words[candidate.To - 1].End, chosen.Kind));
        }

        DropAsides(mentions);
    }

    /// <summary>
    /// An institution behind the title and the lead speaks for its country only where the text names that country too, or no place at all: a firm, a paper
    /// or a club in the middle of a story from elsewhere says nothing of where it plays.
    /// </summary>
    private void DropAsides(List<Mention> mentions)
    {
        Array.Clear(named);
        var anyPlace = false;
        foreach (var mention in mentions)
        {
            if (mention.Kind == PlaceKind.Organisation)
                continue;
            named[mention.Country] = true;
            anyPlace |= mention.Kind != PlaceKind.Person;
        }

        if (!anyPlace)
            return;
        var kept = 0;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Kind != PlaceKind.Organisation || mentions[i].Start <= LeadEnd || named[mentions[i].Country])
                mentions[kept++] = mentions[i];
        }

        mentions.RemoveRange(kept, mentions.Count - kept);
    }

    /// <summary>Each name speaks once for the country that it most likely means, however often it stands there.</summary>
    private void Weigh(PlaceWords words, List<PlaceCandidate> candidates, int home, List<Mention>? forms)
    {
        Array.Clear(evidence);
        for (var i = 0; i < forms?.Count; i++)
        {
            if (forms[i].Kind != PlaceKind.Block)
                evidence[forms[i].Country] = 1;
        }

        states.Clear();
        spoken.Clear(words);
        if (home >= 0)
            evidence[home] += HomeEvidence;
        foreach (var candidate in candidates)
        {
            var top = candidate.Strongest;
            if (top.State.Length > 0 && (candidate.Settled || top.Kind == PlaceKind.Area))
                states.Add(top.State);
            if (Voice(candidate, top) is > 0 and var voice && spoken.Add(candidate.From, candidate.To))
                evidence[top.Country] += voice;
        }
    }

    private static float Voice(PlaceCandidate candidate, PlaceSense top)
    {
        if (candidate.Settled || top.IsStrong || top.Kind is PlaceKind.Capital or PlaceKind.Area || top.Weight > 7)
            return 1;
        return candidate.Senses.Length == 1 ? .5f : 0;
    }

    private PlaceSense? Choose(PlaceWords words, PlaceCandidate candidate, List<PlaceCandidate> all)
    {
        if (Georgia.IsMeant(words, candidate))
            return georgiaHere ??= georgia.Choose(words, all, evidence);

        var top = candidate.Strongest;
        var own = (top.Country, Voice(candidate, top));
        var best = candidate.Senses[0];
        foreach (var sense in candidate.Senses)
        {
            var isOfNeighbour = top.Kind == PlaceKind.Country && sense.Kind == PlaceKind.Area && sense.Country != top.Country;
            if (isOfNeighbour && Evidence(sense, own) > 0 && IsState(words, candidate))
                return sense;
            if (!isOfNeighbour && Score(sense, own) > Score(best, own))
                best = sense;
        }

        if (best.Kind == PlaceKind.Organisation && Evidence(best, own) <= 0 && IsOfSeveral(candidate.Senses))
            return null;

        return candidate.Settled || IsLargeEnough(best) || evidence[best.Country] >= 1 && !(isForeign && best.Kind == PlaceKind.Area && Evidence(best, own) <= 0) ? best : null;
    }

    /// <summary>"Niger state" is Nigeria's; the country's name alone is no area of its neighbour.</summary>
    private static bool IsState(PlaceWords words, PlaceCandidate candidate) =>
        candidate.To < words.Count && words.Before(candidate.To) is " " && words.Folded(candidate.To, candidate.To + 1) is "state" or "province";

    /// <summary>Whether a place is meant by its name alone.</summary>
    private bool IsLargeEnough(PlaceSense place) => place.Kind switch
    {
        PlaceKind.City => place.Weight >= (isForeign ? SmallCityAbroad : SmallCity),
        PlaceKind.Area => !isForeign && place.Weight >= SmallArea,
        _ => true,
    };

    /// <summary>A Labour Party of three countries.</summary>
    private static bool IsOfSeveral(PlaceSense[] senses)
    {
        var organisations = 0;
        foreach (var sense in senses)
            organisations += sense.Kind == PlaceKind.Organisation ? 1 : 0;
        return organisations > 1;
    }

    /// <summary>What the other names say for a reading's country.</summary>
    private float Evidence(PlaceSense sense, (byte Country, float Voice) own) =>
        evidence[sense.Country] - (own.Country == sense.Country ? own.Voice : 0);

    private float Score(PlaceSense sense, (byte Country, float Voice) own)
    {
        if (!sense.IsPopulated)
            return sense.Weight + Math.Min(Evidence(sense, own), 2);
        var state = sense.Kind == PlaceKind.City && sense.State.Length > 0 && states.Contains(sense.State) ? StateEvidence : 0;
        return sense.Weight + (EvidenceWeight * Math.Min(Evidence(sense, own), 2)) + state;
    }
}
