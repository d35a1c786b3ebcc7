namespace Dateline.Worker.Classification.Regions;

/// <summary>US states as news writes them behind a place: postal codes (Paris, TX) and AP's abbreviations (Lebanon, Pa.).</summary>
internal static class UsStates
{
    private static readonly HashSet<string> Postal =
    [
        .. "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC"
            .Split(' '),
    ];

    private static readonly Dictionary<string, string> Abbreviated = (
        "ala:AL ariz:AZ ark:AR calif:CA colo:CO conn:CT del:DE fla:FL ga:GA ill:IL ind:IN kan:KS ky:KY la:LA md:MD mass:MA mich:MI minn:MN miss:MS mo:MO mont:MT "
        + "neb:NE nev:NV okla:OK ore:OR pa:PA penn:PA tenn:TN tex:TX va:VA vt:VT wash:WA wis:WI wyo:WY")
        .Split(' ').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>N.Y., N.J., W.Va. and the like, whose dots belong to the word.</summary>
    private static readonly Dictionary<string, string> Dotted = "ny:NY nj:NJ nc:NC nd:ND nh:NH nm:NM sc:SC sd:SD ri:RI dc:DC wva:WV"
        .Split(' ').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The state that a word behind a comma stands for; empty when it is none.</summary>
    public static string Behind(PlaceWords words, int index)
    {
        var word = words[index];
        if (!word.Capital)
            return "";
        if (words.Text[word.Start..] is ['W', '.', 'V', 'a', '.', ..] or ['W', '.', ' ', 'V', 'a', '.', ..])
            return "WV";
        var folded = words.Folded(index, index + 1);
        var dotFollows = word.End < words.Text.Length && words.Text[word.End] == '.';
        if (word.AllCapitals && folded.Length == 2 && word.Length > 2 && Find(Dotted, folded) is { Length: > 0 } dotted)
            return dotted;
        if (dotFollows && !(word.AllCapitals && word.Length == 1) && Find(Abbreviated, folded) is { Length: > 0 } abbreviated)
            return abbreviated;
        return word.AllCapitals && word.Length == 2 && Postal.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words.Text.Slice(word.Start, 2), out var postal)
            ? postal
            : "";
    }

    private static string Find(Dictionary<string, string> table, ReadOnlySpan<char> key) =>
        table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var state) ? state : "";
}
