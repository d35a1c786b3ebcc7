using Dateline.Worker.Documents.Dates;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// Blocks that stand among an article's paragraphs and are none of it: offers to subscribe, labels, credits, bylines and what is said of
/// the author. Pages mark them in no way that could be relied upon, so they are known by what they say and by what they stand beside.
/// </summary>
internal static class Boilerplate
{
    private const int ShortBlock = 250;
    private const int Fragment = 60;
    private const int FirstParagraph = 100;
    private const int MostBesideButton = 3;

    public static IReadOnlyList<PageBlock> Remove(IReadOnlyList<PageBlock> blocks, string? title, IReadOnlyList<string> authors)
    {
        var kinds = blocks.Select(block => Kind(block, title, authors)).ToArray();
        MarkRepeats(blocks, kinds);
        MarkBetweenOffers(blocks, kinds);
        MarkBiographies(blocks, kinds, authors);
        MarkFragments(blocks, kinds, title);
        return [.. blocks.Where((_, index) => kinds[index] == BlockKind.Text)];
    }

    /// <summary>Whether the blocks of one container are an offer: it opens with one, or is half made of them, and holds no long paragraph.</summary>
    public static bool IsOffer(IReadOnlyList<PageBlock> blocks)
    {
        // A box of one block is judged with what stands beside it
        if (blocks.Count < 2 || blocks.Any(block => block.Length > ShortBlock))
            return false;
        if (blocks.Count <= MostBesideButton && blocks[^1].Links && PromotionText.IsOffer(blocks[^1].Text))
            return true;
        return PromotionText.IsOffer(blocks[0].Text) || blocks.Count(block => PromotionText.IsOffer(block.Text)) * 2 >= blocks.Count;
    }

    private static BlockKind Kind(PageBlock block, string? title, IReadOnlyList<string> authors)
    {
        if (PromotionText.IsOffer(block.Text))
            return BlockKind.Offer;
        if (PromotionText.IsLabel(block.Text))
            return PromotionText.StandsAlone(block.Text) ? BlockKind.Other : BlockKind.Label;
        // Lines that stand by themselves: what is in the same box may be the article's
        if (ReaderCalls.IsCall(block.Text))
            return BlockKind.Other;
        if (!block.Text.Any(char.IsLetterOrDigit))
            return BlockKind.Other;
        if (block.Links || ImageCredits.IsCredit(block.Text) || block.Text.Equals(title, StringComparison.OrdinalIgnoreCase) || IsByline(block, authors))
            return BlockKind.Other;
        return BlockKind.Text;
    }

    private static bool IsByline(PageBlock block, IReadOnlyList<string> authors)
    {
        const int Longest = 80;
        // "Reporting by Ann Scribe; editing by Bob Pen" is the agency's own last line
        if (block.Length > Longest || block.IsSentence || block.Text.Contains(';'))
            return false;
        return block.Length < 40 && !block.Item && !PromotionText.IsAnnouncement(block.Text) && PublicationDates.Parse(PromotionText.WithoutDateLabel(block.Text)) is not null
            || AuthorNames.WithoutOpening(block.Text) is var text && authors.Any(author => text.StartsWith(author, StringComparison.OrdinalIgnoreCase));
    }

    private static void MarkRepeats(IReadOnlyList<PageBlock> blocks, BlockKind[] kinds)
    {
        const int Shortest = 20;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < kinds.Length; index++)
        {
            if (blocks[index].Length >= Shortest && !seen.Add(blocks[index].Text) && kinds[index] == BlockKind.Text)
                kinds[index] = BlockKind.Other;
        }
    }

    /// What an offer says of itself stands between its heading and its button, or speaks to the reader under its heading
    private static void MarkBetweenOffers(IReadOnlyList<PageBlock> blocks, BlockKind[] kinds)
    {
        for (var index = 1; index < kinds.Length; index++)
        {
            var block = blocks[index];
            if (kinds[index] != BlockKind.Text || kinds[index - 1] != BlockKind.Offer || block.Length > ShortBlock)
                continue;
            // Between two pieces of advice that open as offers do stands more of it
            var enclosed = index + 1 < kinds.Length && kinds[index + 1] == BlockKind.Offer && !(blocks[index - 1].IsSentence && blocks[index + 1].IsSentence && !PromotionText.SpeaksToReader(block.Text));
            if (enclosed || !blocks[index - 1].IsSentence && PromotionText.SpeaksToReader(block.Text))
                kinds[index] = BlockKind.Offer;
        }
    }

    private static void MarkBiographies(IReadOnlyList<PageBlock> blocks, BlockKind[] kinds, IReadOnlyList<string> authors)
    {
        var last = Array.FindLastIndex(kinds, kind => kind == BlockKind.Text);
        for (var index = 0; index < kinds.Length; index++)
        {
            if (kinds[index] != BlockKind.Text)
                continue;
            var goesOn = index > 0 && kinds[index - 1] == BlockKind.Biography && AuthorBiography.GoesOn(blocks[index].Text);
            if (goesOn || AuthorBiography.Tells(blocks[index].Text, authors) || index == last && index > 0 && AuthorBiography.TellsOfSomeWriter(blocks[index].Text))
                kinds[index] = BlockKind.Biography;
        }
    }

    /// Bits of text before the first paragraph, after a label and at the end
    private static void MarkFragments(IReadOnlyList<PageBlock> blocks, BlockKind[] kinds, string? title)
    {
        var hasSentence = false;
        for (var index = 0; index < kinds.Length && (kinds[index] != BlockKind.Text || blocks[index].Length < FirstParagraph); index++)
        {
            if (!(hasSentence ? OpensPart(blocks, kinds, index) : OpensText(blocks, kinds, index, title)))
                MarkFragment(blocks[index], ref kinds[index]);
            hasSentence |= kinds[index] == BlockKind.Text && blocks[index].IsSentence;
        }

        for (var index = 1; index < kinds.Length; index++)
        {
            if (kinds[index - 1] == BlockKind.Label && !blocks[index].Heading)
                MarkFragment(blocks[index], ref kinds[index], BlockKind.Label);
        }

        for (var index = kinds.Length - 1; index >= 0 && (kinds[index] != BlockKind.Text || IsFragment(blocks[index]) && !IsOfList(blocks, kinds, index)); index--)
            MarkFragment(blocks[index], ref kinds[index]);
    }

    /// An article of short paragraphs is parted by headings, with lists under them, before any long one comes
    private static bool OpensPart(IReadOnlyList<PageBlock> blocks, BlockKind[] kinds, int index)
    {
        if (blocks[index].Heading || !blocks[index].Item)
            return blocks[index].Heading;
        // An advertisement may stand between
        var before = Array.FindLastIndex(kinds, index - 1, kind => kind != BlockKind.Other);
        return before >= 0 && kinds[before] == BlockKind.Text && (blocks[before].Heading || blocks[before].Item || blocks[before].Text.EndsWith(':'));
    }

    /// A heading may stand over the first paragraph, if it is not the headline once more
    private static bool OpensText(IReadOnlyList<PageBlock> blocks, BlockKind[] kinds, int index, string? title) =>
        blocks[index].Heading && TitleWords.Likeness(blocks[index].Text, title ?? "") < 0.5 && index + 1 < kinds.Length && kinds[index + 1] == BlockKind.Text && blocks[index + 1] is { Heading: false, Length: >= FirstParagraph, IsSentence: true };

    /// Articles may end with a list or a table; one item by itself is none
    private static bool IsOfList(IReadOnlyList<PageBlock> blocks, BlockKind[] kinds, int index) =>
        blocks[index].Item && index > 0 && kinds[index - 1] == BlockKind.Text && (blocks[index - 1].Item || blocks[index - 1].Text.EndsWith(':'));

    private static void MarkFragment(PageBlock block, ref BlockKind kind, BlockKind marked = BlockKind.Other)
    {
        if (kind == BlockKind.Text && IsFragment(block))
            kind = marked;
    }

    private static bool IsFragment(PageBlock block) => block.Length <= Fragment && !block.IsSentence;

    private enum BlockKind { Text, Offer, Label, Biography, Other }
}
