namespace Dateline.Worker.Classification.Regions;

/// <summary>Where the title ends, and whether it capitalises every word, so that a capital there says nothing.</summary>
internal readonly record struct Headline(int End, bool IsTitleCase)
{
    public static Headline Of(PlaceWords words, int end)
    {
        var (capitals, all) = (0, 0);
        for (var i = 0; i < words.Count && words[i].End <= end; i++)
        {
            all++;
            capitals += words[i].Capital ? 1 : 0;
        }

        return new Headline(end, all > 0 && capitals > .7 * all);
    }

    /// <summary>Whether a capital at this word is only the headline's style.</summary>
    public bool Capitalises(PlaceWords.Word word) => IsTitleCase && word.End <= End;
}
