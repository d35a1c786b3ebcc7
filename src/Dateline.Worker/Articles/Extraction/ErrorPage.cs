using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>A page that says there is none, whatever its status was: its title or heading says so and little text follows.</summary>
internal static partial class ErrorPage
{
    private const int LongestText = 1200;

    public static bool Is(IHtmlDocument page, string text) =>
        TextLength.Of(text) < LongestText && (Says(page.Title) || page.QuerySelectorAll("h1").Take(2).Any(heading => Says(NodeText.Of(heading, 400))));

    private static bool Says(string? title)
    {
        const int LongestTitle = 120;
        var squeezed = HtmlText.Squeeze(title ?? "");
        return squeezed.Length is > 0 and <= LongestTitle && (Opens().IsMatch(squeezed) || Ends().IsMatch(squeezed));
    }

    [GeneratedRegex("""
        ^\W*(?:(?:http\ )?(?:error\ |fehler\ |erreur\ |fout\ )?(?:40[0134]|410|50[0234])(?:\W|$)(?!.{0,30}\b(?:km|miles|people|million|years?|dead)\b) | (?:oops|whoops|hoppla|sorry)\b.{0,60}\b(?:found|exist|gefunden|wrong|available)
        | (?:the\ )?(?:page|article|story|document|content|file)\ (?:was\ |is\ |can(?:not|'t|\u2019t)\ be\ |could\ not\ be\ |has\ been\ )?(?:not\ found|no\ longer\ available|unavailable|found|missing|removed)\W*(?:[|\u2013-].*)?$
        | not\ found\b | internal\ server\ error | bad\ gateway | service\ (?:temporarily\ )?unavailable | gateway\ time-?out | forbidden\W*$ | this\ page\ (?:isn|doesn|can)['\u2019]t\b | site\ (?:is\ )?(?:under\ maintenance|not\ found) | account\ suspended | domain\ (?:is\ )?for\ sale
        | (?:die\ )?(?:seite|artikel|inhalt|dokument)\ (?:wurde\ |konnte\ |ist\ )?(?:leider\ )?nicht\ (?:gefunden|vorhanden|verf\u00FCgbar) | (?:cette\ |la\ )?page\ (?:est\ )?(?:introuvable|non\ trouv\u00E9e|n['\u2019]existe\ pas|demand\u00E9e) | p\u00E1gina\ no\ (?:encontrada|existe) | no\ se\ (?:ha\ )?encontr
        | pagina\ (?:non\ trovata|niet\ gevonden) | p\u00E1gina\ n\u00E3o\ encontrada | (?:nie\ znaleziono|strona\ nie) | sidan\ (?:kunde\ inte|hittades\ inte|finns\ inte) | siden\ (?:blev\ ikke|ble\ ikke|findes\ ikke) | \u0441\u0442\u0440\u0430\u043D\u0438\u0446\u0430\ \u043D\u0435\ \u043D\u0430\u0439\u0434\u0435\u043D\u0430)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Opens();

    [GeneratedRegex(@"(?:^|[|\u2013\u2014:-]\s*)(?:404|page not found|not found|seite nicht gefunden|page introuvable|p\u00E1gina no encontrada|pagina non trovata|p\u00E1gina n\u00E3o encontrada|pagina niet gevonden)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ends();
}
