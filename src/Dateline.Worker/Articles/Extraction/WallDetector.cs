using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>Recognises pages that stand in the article's place: a bot challenge, a request for consent, the stub of a paid article.</summary>
internal static class WallDetector
{
    /// An article's text longer than this stands for itself, whatever else the page says
    private const int WholeArticle = 1500;
    private const int Stub = 600;

    /// A page that asks for consent speaks of little else
    private const int CharactersAWord = 200;

    public static Wall? Detect(IHtmlDocument page, ReadOnlySpan<char> markup, string text, bool paid)
    {
        var length = TextLength.Of(text);
        if (length >= WholeArticle && !paid)
            return null;
        var title = HtmlText.Squeeze(page.Title ?? "");
        var visible = Visible(page);
        if (length < Stub && visible.Length < 3000 && (WallPhrases.ChallengeTitle().IsMatch(title) || WallPhrases.ChallengeMarkup().IsMatch(markup) || WallPhrases.ChallengeText().IsMatch(visible)))
            return Wall.Challenge;
        if (length < WholeArticle && !paid && visible.Length < 6000 && IsConsent(title, text, visible))
            return Wall.Consent;
        return length < WholeArticle && IsCut(markup, length, visible, paid) ? Wall.Paywall : null;
    }

    /// A notice on cookies stands on nearly every page; it is a wall only where it says most of what there is and no article stands beside it
    private static bool IsConsent(string title, string text, string visible)
    {
        const int FewestWords = 3;
        if (TextLength.Of(text) >= Stub / 3 && WallPhrases.ConsentText().Count(text) < 2)
            return false;
        if (WallPhrases.ConsentTitle().IsMatch(title))
            return true;
        var words = WallPhrases.ConsentText().Matches(visible).Select(match => match.Value.ToLowerInvariant()).ToList();
        return words.Distinct().Count() >= FewestWords && words.Count * CharactersAWord > visible.Length;
    }

    /// A paid article is often delivered whole all the same, to who has not read too many: then nothing asks for payment
    private static bool IsCut(ReadOnlySpan<char> markup, int length, string visible, bool paid)
    {
        if (length < Stub)
            return paid || WallPhrases.PaywallText().IsMatch(visible) || WallPhrases.PaywallMarkup().IsMatch(markup);
        return paid && (WallPhrases.PaywallText().IsMatch(visible) || WallPhrases.PaywallMarkup().IsMatch(markup));
    }

    private static string Visible(IHtmlDocument page)
    {
        const int Longest = 20_000;
        return page.Body is { } body ? NodeText.Of(body, Longest) : "";
    }
}
