namespace Dateline.Worker.Classification.Regions;

/// <summary>How prominent each country is in an article, and which of them it is about.</summary>
internal static class FocusScore
{
    /// <summary>Weight of a mention by where it stands; the ends count characters of the text behind the title.</summary>
    private const double InTitle = 2.5, InLead = 1.5, InBody = 1, InTail = .6, InDateline = .7, Beside = .4;

    private const int LeadEnd = 250, BodyEnd = 1200, DatelineEnd = 40;

    /// <summary>
    /// Share of the best score from which a country is in focus, <see cref="MostInFocus"/> of them at most: news names what it is about in
    /// the title or the lead, so what comes first behind them must be named more often (LGL focus F1 .840 to .843, labelled texts .829 to .831).
    /// </summary>
    private const double NamedInTitle = .35, FirstInLead = .4, FirstBehindLead = .6;

    public const int MostInFocus = 4;

    /// <param name="first">Where the country is first named, counted from the title's end.</param>
    /// <param name="namedInTitle">Whether the title has the country's own name.</param>
    public static double LeastShare(int first, bool namedInTitle) => namedInTitle ? NamedInTitle : first < LeadEnd ? FirstInLead : FirstBehindLead;

    public static double Of(Mention mention, ReadOnlySpan<char> text, int titleEnd)
    {
        var at = mention.Start - titleEnd;
        var place = at < 0 ? InTitle : at < LeadEnd ? InLead : at < BodyEnd ? InBody : InTail;
        if (at is >= 0 and < DatelineEnd && mention.End - mention.Start > 3 && IsUpper(text[mention.Start..mention.End]))
            place = InDateline;
        return place * OfKind(mention.Kind) * (IsBeside(text[Math.Min(mention.End, text.Length)..]) ? Beside : 1);
    }

    /// <summary>"Liberia-flagged", "Canadian-born": said of a ship or a person, hardly what the story is about.</summary>
    private static bool IsBeside(ReadOnlySpan<char> after)
    {
        if (after is not ['-', ..])
            return false;
        foreach (var word in BesideWords)
        {
            if (after[1..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static readonly string[] BesideWords = ["flagged", "registered", "operated", "owned", "born", "made", "built"];

    private static double OfKind(PlaceKind kind) => kind switch
    {
        PlaceKind.Country => 1,
        PlaceKind.Capital or PlaceKind.City or PlaceKind.Area => .9,
        PlaceKind.Adjective => .8,
        _ => .6,
    };

    private static bool IsUpper(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
        }

        return true;
    }
}
