namespace Dateline.Worker.Classification.Regions;

/// <summary>Canadian provinces as news writes them behind a place: London, Ont.; St. John's, N.L.; Paris, ON.</summary>
internal static class CanadianProvinces
{
    /// <summary>Whether the word is a province's short form.</summary>
    public static bool StandsAt(PlaceWords words, int index)
    {
        if (index >= words.Count || !words[index].Capital)
            return false;
        var word = words[index];
        var folded = words.Folded(index, index + 1);
        var dotFollows = word.End < words.Text.Length && words.Text[word.End] == '.';
        if (folded is "bc" or "nb" or "ns" or "nl" or "pei" or "nwt" or "nfld" && word.AllCapitals && word.Length > folded.Length)
            return true;
        if (dotFollows && !word.AllCapitals && folded is "ont" or "que" or "man" or "sask" or "alta")
            return true;
        // "PARIS, ON MONDAY"
        if (folded is "on" && words.Text[word.End..] is [' ', >= 'A' and <= 'Z', ..])
            return false;
        return word.AllCapitals && word.Length == 2 && folded is "on" or "qc" or "mb" or "sk" or "ab" or "bc" or "nb" or "ns";
    }
}
