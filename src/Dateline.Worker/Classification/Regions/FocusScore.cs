namespace Dateline.Worker.Classification.Regions;

/// <summary>How prominent each country is in an article, and which of them it is about.</summary>
internal static class FocusScore
{
    /// <summary>Weight of a mention by where it stands; the ends count characters of the text behind the title.</summary>
    private const double InTitle = 2.5, InLead = 1.5, InBody = 1, InTail = .6, InDateline = .7;

    private const int LeadEnd = 350, BodyEnd = 1200, DatelineEnd = 40;

    /// <summary>A country is in focus from this share of the best score on, <see cref="MostInFocus"/> of them at most.</summary>
    public const double FocusShare = .42;

    public const int MostInFocus = 4;

    public static double Of(Mention mention, string text, int titleEnd)
    {
        var at = mention.Start - titleEnd;
        var place = at < 0 ? InTitle : at < LeadEnd ? InLead : at < BodyEnd ? InBody : InTail;
        if (at is >= 0 and < DatelineEnd && mention.End - mention.Start > 3 && IsUpper(text.AsSpan(mention.Start, mention.End - mention.Start)))
            place = InDateline;
        return place * OfKind(mention.Kind);
    }

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
