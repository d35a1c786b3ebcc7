namespace Dateline.Worker.Classification.Regions;

/// <summary>Finds the words of a text that may name places: the longest name at each capitalised word that no guard speaks against.</summary>
internal sealed class PlaceMatcher(Gazetteer gazetteer)
{
    /// <summary>Weight of a city of about a million.</summary>
    private const float LargeCity = 6;

    /// <summary>Weight of a town that is known by its state alone.</summary>
    private const float SmallTown = 4;

    private readonly PersonNames persons = new(gazetteer);
    private readonly int us = gazetteer.Number("US"), canada = gazetteer.Number("CA");
    private readonly PlaceSense[] counties =
        [.. new[] { ("US", 5f), ("KE", 4.2f), ("GB", 4f), ("IE", 4f) }.Where(entry => gazetteer.Number(entry.Item1) >= 0)
            .Select(entry => new PlaceSense((byte)gazetteer.Number(entry.Item1), PlaceKind.City, entry.Item2, "", Acronym: false))];

    private ForeignWords? foreign;

    /// <summary>Fills <paramref name="found"/>; <paramref name="foreign"/> is null for a text in English.</summary>
    public void Find(PlaceWords words, int titleEnd, List<PlaceCandidate> found, ForeignWords? foreign = null)
    {
        found.Clear();
        this.foreign = foreign;
        persons.Read(words, titleEnd);
        var headline = Headline.Of(words, titleEnd);
        for (var i = 0; i < words.Count;)
        {
            var next = words[i].Capital ? Match(words, i, headline, found) : i;
            i = Math.Max(next, i + 1);
        }
    }

    /// <summary>Adds the candidate at a word, if any, and gives the word behind it.</summary>
    private int Match(PlaceWords words, int at, Headline headline, List<PlaceCandidate> found)
    {
        if (StateBehindComma(words, at) is { Length: > 0 } state)
        {
            found.Add(new PlaceCandidate(at, at + 1, State(state), Settled: true));
            return at + 1;
        }

        if (canada >= 0 && IsBehindComma(words, at) && CanadianProvinces.StandsAt(words, at))
        {
            found.Add(new PlaceCandidate(at, at + 1, [new PlaceSense((byte)canada, PlaceKind.Area, 8, "", Acronym: false)], Settled: true));
            return at + 1;
        }

        if (IsCounty(words, at))
        {
            found.Add(new PlaceCandidate(at, at + 2, counties, Settled: false));
            return at + 2;
        }

        var (to, senses) = Longest(words, at);
        if (senses.Length == 0)
            return at;
        if (senses[0].Kind == PlaceKind.Block)
            return to;
        if (foreign?.MayBePlace(words, at, to, senses) == false)
            return at + 1;
        if (words.IsLowerCase && !IsNameInLowerCase(words, at, to, senses))
            return at;

        var narrowed = Narrow(words, to, senses);
        if (narrowed.Length > 0 && !IsEndOfName(words, at, to))
            found.Add(new PlaceCandidate(at, to, narrowed, Settled: true));
        else if (new PlaceGuards(gazetteer, persons, words, headline).Allow(at, to, senses))
            found.Add(new PlaceCandidate(at, to, senses, Settled: false));
        else
            return at + 1;
        return to;
    }

    /// <summary>Without capitals to tell names by, only those that hardly mean anything else: countries, their people and leaders, the largest cities.</summary>
    private bool IsNameInLowerCase(PlaceWords words, int at, int to, PlaceSense[] senses)
    {
        var name = words.Folded(at, to);
        if (to - at == 1 && (gazetteer.IsOrdinary(name) || gazetteer.IsCommon(name) || Homographs.IsWord(name)))
            return false;
        foreach (var sense in senses)
        {
            if (sense.IsStrong || sense.IsPopulated && sense.Weight >= LargeCity)
                return true;
        }

        return false;
    }

    /// <summary>"Abbey Street, London": an ordinary word behind a capitalised one ends a name and is no town.</summary>
    private bool IsEndOfName(PlaceWords words, int at, int to) =>
        to - at == 1 && at > 0 && words[at - 1].Capital && words.Before(at) is " " && gazetteer.IsOrdinary(words.Folded(at, to));

    private (int To, PlaceSense[] Senses) Longest(PlaceWords words, int at)
    {
        var most = Math.Min(gazetteer.LongestFrom(words.Folded(at, at + 1)), words.Count - at);
        for (var length = most; length > 0; length--)
        {
            if (!IsName(words, at, at + length))
                continue;
            var senses = gazetteer.Find(words.Folded(at, at + length));
            if (senses.Length == 0)
                continue;
            if (length > 1 || words[at].AllCapitals)
                return (at + length, senses);
            var written = WithoutAcronyms(senses);
            if (written.Length > 0)
                return (at + length, written);
        }

        return (at, []);
    }

    private static PlaceSense[] WithoutAcronyms(PlaceSense[] senses) =>
        Array.Exists(senses, sense => sense.Acronym) ? Array.FindAll(senses, sense => !sense.Acronym) : senses;

    /// <summary>Words stand side by side and each is capitalised, but for the small ones inside (Rio de Janeiro).</summary>
    private static bool IsName(PlaceWords words, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (!words.IsJoined(i) || (!words[i].Capital && words[i].Length > 3 && words.Before(i) is not "-"))
                return false;
        }

        return words[to - 1].Capital || words[to - 1].Length <= 2 || to - from > 2 && words.Before(to - 1) is "-";
    }

    /// <summary>The readings that ", State" or ", Country" behind the name leaves; empty when nothing of the kind stands there.</summary>
    private PlaceSense[] Narrow(PlaceWords words, int to, PlaceSense[] senses)
    {
        if (to >= words.Count || !IsComma(words.Before(to)) || !words[to].Capital)
            return [];
        var state = UsStates.Behind(words, to);
        if (state.Length > 0)
            return Keep(senses, us, state) is { Length: > 0 } inState ? inState : StateBehindComma(words, to).Length > 0 ? [new PlaceSense((byte)us, PlaceKind.City, SmallTown, state, Acronym: false)] : [];
        if (canada >= 0 && CanadianProvinces.StandsAt(words, to))
            return Keep(senses, canada, "") is { Length: > 0 } inCanada ? inCanada : [new PlaceSense((byte)canada, PlaceKind.City, SmallTown, "", Acronym: false)];

        foreach (var wider in Longest(words, to).Senses)
        {
            if (wider.Kind is not (PlaceKind.Country or PlaceKind.Area))
                continue;
            var kept = Keep(senses, wider.Country, wider.Country == us ? wider.State : "");
            if (kept.Length > 0)
                return kept;
        }

        return [];
    }

    private static PlaceSense[] Keep(PlaceSense[] senses, int country, string state) =>
        Array.FindAll(senses, sense => sense.Country == country && sense.IsPopulated && (state.Length == 0 || sense.State.Length == 0 || sense.State == state));

    private static string StateBehindComma(PlaceWords words, int at)
    {
        if (!IsBehindComma(words, at))
            return "";
        var state = UsStates.Behind(words, at);

        // "..., OK" or "..., IN" are words more often than states unless the sentence goes on as after a state
        return words[at].Length == 2 && state is "OK" or "IN" or "OR" or "ME" or "HI" or "OH" && words.Text[words[at].End..] is not ("" or [',' or '.' or ' ' or ')', ..])
            ? ""
            : state;
    }

    private static bool IsBehindComma(PlaceWords words, int at) => at > 0 && IsComma(words.Before(at)) && words[at - 1].Capital;

    private static bool IsComma(ReadOnlySpan<char> gap) => gap is "," or ", " or " , ";

    /// <summary>"Orange County", "Readington Township": a county by the shape of its name, most likely a US one.</summary>
    private bool IsCounty(PlaceWords words, int at) =>
        at + 1 < words.Count && words[at + 1].Capital && words.Before(at + 1) is " " && words.Folded(at + 1, at + 2) is "county" or "parish" or "township" && !GivenNames.IsPlaceCompanion(words.Folded(at, at + 1))
        && Longest(words, at).To <= at + 1;

    private PlaceSense[] State(string state) => [new PlaceSense((byte)us, PlaceKind.Area, 8, state, Acronym: false)];
}
