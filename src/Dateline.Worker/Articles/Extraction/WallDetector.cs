using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>Recognises pages that stand in the article's place: a bot challenge, a request for consent, the stub of a paid article.</summary>
internal static partial class WallDetector
{
    /// An article's text longer than this stands for itself, whatever else the page says
    private const int WholeArticle = 1500;
    private const int Stub = 600;

    /// A page that asks for consent speaks of little else
    private const int CharactersAWord = 200;

    public static Wall? Detect(IHtmlDocument page, string markup, string text, bool paid)
    {
        if (text.Length >= WholeArticle && !paid)
            return null;
        var title = HtmlText.Squeeze(page.Title ?? "");
        var visible = Visible(page);
        if (text.Length < Stub && visible.Length < 3000 && (ChallengeTitle().IsMatch(title) || ChallengeMarkup().IsMatch(markup) || ChallengeText().IsMatch(visible)))
            return Wall.Challenge;
        if (text.Length < WholeArticle && IsCut(markup, text, visible, paid))
            return Wall.Paywall;
        return text.Length < WholeArticle && visible.Length < 6000 && IsConsent(title, text, visible) ? Wall.Consent : null;
    }

    /// A notice on cookies stands on nearly every page; it is a wall only where no article stands beside it
    private static bool IsConsent(string title, string text, string visible) =>
        (ConsentTitle().IsMatch(title) || ConsentText().Count(visible) is >= 3 and var words && words * CharactersAWord > visible.Length) && (text.Length < Stub / 3 || ConsentText().Count(text) >= 2);

    /// A paid article is often delivered whole all the same, to who has not read too many: then nothing asks for payment
    private static bool IsCut(string markup, string text, string visible, bool paid)
    {
        if (text.Length < Stub)
            return paid || PaywallText().IsMatch(visible) || PaywallMarkup().IsMatch(markup);
        return paid && (PaywallText().IsMatch(visible) || PaywallMarkup().IsMatch(markup));
    }

    private static string Visible(IHtmlDocument page)
    {
        const int Longest = 20_000;
        var text = page.Body?.TextContent ?? "";
        return HtmlText.Squeeze(text.Length > Longest ? text[..Longest] : text);
    }

    [GeneratedRegex(@"^(?:just a moment|attention required|access denied|pardon our interruption|are you a robot|robot check|security check|verify(?:ing)? you are human|human verification|ddos-guard|please wait|checking your browser|bot verification|one moment, please|client challenge)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChallengeTitle();

    [GeneratedRegex(@"/cdn-cgi/challenge-platform|cf-browser-verification|_cf_chl_opt|cf-chl-|id=""challenge-form|px-captcha|captcha-delivery\.com|/_Incapsula_Resource|data-dd-captcha|awsWafCookieDomainList|ak-challenge|sec-if-cpt-container", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChallengeMarkup();

    [GeneratedRegex(@"checking (?:if the site connection is secure|your browser before)|verify(?:ing)? (?:that )?you are (?:not a robot|human)|enable javascript and cookies to continue|unusual (?:traffic|activity) (?:from|has been detected)|please complete the security check|solve (?:this|the) captcha|made us think you were a bot|press (?:and|&) hold to confirm", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChallengeText();

    [GeneratedRegex(@"(?:subscribe|sign in|log in|register|become a (?:member|subscriber))[^.]{0,40} to (?:continue|keep|read|unlock|finish)|(?:to (?:continue|keep) reading|to read (?:the full|this) (?:article|story))[^.]{0,60}(?:subscri|sign|regist|log)|this (?:article|content|story) is (?:for|reserved for|exclusive to|available (?:only )?to) (?:our )?(?:subscribers|members)|already a subscriber|weiterlesen mit|jetzt (?:abonnieren|weiterlesen)|r\u00E9serv\u00E9 aux abonn\u00E9s|solo para suscriptores|you(?:'|\u2019)ve (?:reached|read) your (?:limit|last|free)|remaining free articles", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PaywallText();

    [GeneratedRegex(@"class=""[^""]*\b(?:paywall|regwall|subscriber-only|premium-content-gate|metered-gate)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PaywallMarkup();

    [GeneratedRegex(@"^(?:before you continue|we value your privacy|your privacy|privacy (?:settings|gate)|consent|cookie (?:consent|policy|settings)|einwilligung|zustimmung|datenschutz|data protection choices)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ConsentTitle();

    [GeneratedRegex(@"accept all|reject all|manage (?:options|settings|preferences|cookies)|cookies?\b|consent|legitimate interest|our partners|personal data|alle akzeptieren|zustimm|einwillig|datenschutz|tout accepter|partenaires|aceptar", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ConsentText();
}
