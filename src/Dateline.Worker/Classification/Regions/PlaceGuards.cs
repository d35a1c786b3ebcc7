namespace Dateline.Worker.Classification.Regions;

/// <summary>What speaks against a name being a place: a person's name around it, a common word, part of a longer name.</summary>
internal readonly ref struct PlaceGuards(Gazetteer gazetteer, PersonNames persons, PlaceWords words, Headline headline)
{
    /// <summary>Weights that a lone city needs against a doubt: a family name, a given name, a longer name around it.</summary>
    private const float OverFamilyName = 6.3f, OverGivenName = 6.2f, OverLongerName = 5.7f, OverSmallArea = 5f;

    private const int ShortestCity = 4;

    public bool Allow(int from, int to, PlaceSense[] senses)
    {
        var top = Strongest(senses);
        var word = words.Folded(from, from + 1);
        if (IsDateline(to))
            return true;
        if (to - from == 1 && persons.IsTitled(word) || IsCurrency(to) || (to - from == 1 && (IsFirm(from) || IsStorm(from))))
            return false;
        if (to - from == 1 && (Homographs.IsSomethingElse(Neighbour(from, -1), word, Neighbour(to, 0)) || IsWordByStyle(from)))
            return false;
        if ((!top.IsStrong || GivenNames.IsPlaceToo(word)) && IsPartOfPerson(from, to))
            return false;
        return top.IsStrong || to - from > 1 || AllowLoneWord(from, top);
    }

    /// <summary>"LIMA (Reuters) -": what stands before an agency's name in brackets is where it reports from.</summary>
    private bool IsDateline(int to) => to < words.Count && words.Before(to) is " (" && words.Folded(to, to + 1) is "reuters" or "ap" or "afp" or "dpa" or "upi" or "xinhua" or "efe" or "ansa" or "tass";

    /// <summary>US$, A$ and the like.</summary>
    private bool IsCurrency(int to) => words[to - 1].End < words.Text.Length && words.Text[words[to - 1].End] == '$';

    /// <summary>"Johnson &amp; Johnson" is no town.</summary>
    private bool IsFirm(int at) => words.Before(at) is " & " && words[at - 1].Capital || words.Before(at + 1) is " & " && words[at + 1].Capital;

    /// <summary>Hurricane Florence, Tropical Storm Alberto.</summary>
    private bool IsStorm(int at) => Neighbour(at, -1) is "hurricane" or "typhoon" or "cyclone" || Neighbour(at, -1) is "storm" && words[at - 1].Capital;

    /// <summary>Given name before it, honorific before it, or itself a given name before an unknown capitalised word.</summary>
    private bool IsPartOfPerson(int from, int to)
    {
        var before = Neighbour(from, -1);
        var capitalBefore = !before.IsEmpty && words[from - 1].Capital;
        if (capitalBefore && GivenNames.IsGiven(before))
            return true;
        if (to - from > 1)
            return false;
        if (!before.IsEmpty && (GivenNames.IsHonorific(before) || capitalBefore && words.Before(from) is " " && GivenNames.IsOffice(before)))
            return true;
        var word = words.Folded(from, to);
        if (!GivenNames.IsPlaceToo(word))
            return false;
        return persons.Contains(word) && !headline.Capitalises(words[from]) || IsGivenNameOfUnknown(to) || IsPersonElsewhere(word);
    }

    /// <summary>Whether the text behind the headline has the word, and nothing but given names in it: "Jordan scores 30", for Jordan Marsh.</summary>
    private bool IsPersonElsewhere(ReadOnlySpan<char> word)
    {
        var found = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].End <= headline.End || !words[i].Capital || !words.Folded(i, i + 1).SequenceEqual(word))
                continue;
            if (!IsGivenNameOfUnknown(i + 1))
                return false;
            found = true;
        }

        return found;
    }

    /// <summary>
    /// A capital that a headline or a sentence gives to any word: "Turkey prices rise" where the text goes on about turkey. A headline's Jersey is
    /// clothing unless the text names the island.
    /// </summary>
    private bool IsWordByStyle(int at)
    {
        var word = words.Folded(at, at + 1);
        if (!Homographs.IsWord(word) || !headline.Capitalises(words[at]) && !words.IsSentenceStart(at))
            return false;
        var isNamed = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (!words.Folded(i, i + 1).SequenceEqual(word))
                continue;
            if (!words[i].Capital)
                return true;
            isNamed |= !headline.Capitalises(words[i]);
        }

        return word is "jersey" && !isNamed;
    }

    private bool IsGivenNameOfUnknown(int next)
    {
        var after = Neighbour(next, 0);
        if (after.IsEmpty || !words[next].Capital || words[next].AllCapitals && words[next].Length > 1 || words.Before(next) is not " ")
            return false;
        if (GivenNames.IsPlaceCompanion(after) || headline.Capitalises(words[next]) && (gazetteer.IsOrdinary(after) || GivenNames.IsRarelyPerson(Neighbour(next, -1))))
            return false;
        foreach (var sense in gazetteer.Find(after))
        {
            if (sense.IsStrong || sense.Weight >= OverLongerName)
                return false;
        }

        return true;
    }

    private bool AllowLoneWord(int at, PlaceSense top)
    {
        if (top.Acronym)
            return !IsAmongCapitals(at);
        var word = words.Folded(at, at + 1);
        if (word.Length < ShortestCity && top.Weight < OverGivenName || gazetteer.IsCommon(word))
            return false;
        if (persons.Contains(word) && top.Weight < OverFamilyName || GivenNames.IsGiven(word) && top.Weight < OverGivenName)
            return false;
        if (top.Kind == PlaceKind.City && top.Weight < OverLongerName && IsPartOfLongerName(at))
            return false;
        if (gazetteer.IsOrdinary(word) && top.Weight < (top.Kind == PlaceKind.Area ? OverSmallArea : OverLongerName))
            return false;
        return !words[at].AllCapitals || AllowCapitals(at, top);
    }

    /// <summary>Capitals all around: then LA is a word as good as any.</summary>
    private bool IsAmongCapitals(int at) =>
        at > 0 && words[at - 1].AllCapitals && words[at - 1].Length > 1 || at + 1 < words.Count && words[at + 1].AllCapitals && words[at + 1].Length > 1;

    private bool AllowCapitals(int at, PlaceSense top) =>
        words[at].Length > ShortestCity ? words[at].Start <= headline.End + 160 || top.Weight >= 6 : top.Kind != PlaceKind.City;

    private bool IsPartOfLongerName(int at)
    {
        if (headline.Capitalises(words[at]))
            return false;
        var before = Neighbour(at, -1);
        var after = Neighbour(at + 1, 0);
        var nameBefore = !before.IsEmpty && words[at - 1].Capital && !words.IsSentenceStart(at - 1)
            && !gazetteer.IsOrdinary(before) && gazetteer.Find(before).Length == 0;
        var nameAfter = !after.IsEmpty && words[at + 1].Capital && words.Before(at + 1) is " " && !GivenNames.IsPlaceCompanion(after);
        return nameBefore || nameAfter;
    }

    /// <summary>The folded word at an index plus an offset when it is joined to the candidate; empty otherwise.</summary>
    private ReadOnlySpan<char> Neighbour(int index, int offset)
    {
        var at = index + offset;
        var joint = offset < 0 ? index : at;
        return at < 0 || at >= words.Count || words.Before(joint) is not (" " or "-" or ". ") ? default : words.Folded(at, at + 1);
    }

    /// <summary>The likeliest reading.</summary>
    public static PlaceSense Strongest(PlaceSense[] senses)
    {
        var best = senses[0];
        foreach (var sense in senses)
        {
            if (sense.Weight > best.Weight)
                best = sense;
        }

        return best;
    }
}
