namespace Dateline.Worker.Classification.Regions;

/// <summary>
/// Family names in a text: the words behind a given name, the word behind an honorific or an unknown capitalised word. Once seen so, the word
/// names a person in the whole text (Chad Smith ... Smith; Michael Jordan ... Jordan).
/// </summary>
internal sealed class PersonNames(Gazetteer gazetteer)
{
    /// <summary>Family names behind a given name: Rafael López Aliaga.</summary>
    private const int MostFamilies = 2;

    private readonly NameSet families = new(), titled = new();

    public void Read(PlaceWords words, int titleEnd)
    {
        families.Clear(words);
        titled.Clear(words);
        var behind = MostFamilies;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (!words[i].Capital)
            {
                behind = MostFamilies;
                continue;
            }

            NoteTitled(words, i);
            behind = GivenNames.IsGiven(words.Folded(i, i + 1)) ? 0 : behind + 1;
            if (words[i + 1].Capital && IsNameGap(words, i + 1) && (behind < MostFamilies || IsFirst(words, i, titleEnd))
                && !GivenNames.IsPlaceCompanion(words.Folded(i + 1, i + 2)) && !BeginsPlace(words, i))
                families.Add(i + 1, i + 2);
            else
                behind = MostFamilies;
        }
    }

    /// <summary>A word behind a title, and behind a title with a given name: Mr. Lima, Dr. Chad Berlin. It is the person's wherever it stands.</summary>
    public bool IsTitled(ReadOnlySpan<char> word) => titled.Contains(word);

    private void NoteTitled(PlaceWords words, int title)
    {
        if (!GivenNames.IsTitle(words.Folded(title, title + 1)))
            return;
        for (var i = title + 1; i < words.Count && words[i].Capital && IsNameGap(words, i) && !BeginsPlace(words, i); i++)
        {
            titled.Add(i, i + 1);
            if (!GivenNames.IsGiven(words.Folded(i, i + 1)) && !GivenNames.IsPlaceToo(words.Folded(i, i + 1)))
                break;
        }
    }

    public bool Contains(ReadOnlySpan<char> word) => families.Contains(word);

    private bool IsFirst(PlaceWords words, int index, int titleEnd)
    {
        var word = words.Folded(index, index + 1);
        if (GivenNames.IsHonorific(word))
            return true;
        return words[index].Start > titleEnd && !words[index].AllCapitals && !words.IsSentenceStart(index) && words.Before(index + 1) is " "
            && words.Before(index) is " " && !gazetteer.IsOrdinary(word) && gazetteer.Find(word).Length == 0;
    }

    /// <summary>"South China Sea": no person called China.</summary>
    private bool BeginsPlace(PlaceWords words, int index)
    {
        for (var length = Math.Min(gazetteer.LongestFrom(words.Folded(index, index + 1)), words.Count - index); length > 1; length--)
        {
            if (gazetteer.Find(words.Folded(index, index + length)) is [{ IsStrong: true } or { Kind: PlaceKind.Block }, ..])
                return true;
        }

        return false;
    }

    /// <summary>A space, or the dot of Mr. and of an initial.</summary>
    private static bool IsNameGap(PlaceWords words, int index) => words.Before(index) is " " or ". ";
}
