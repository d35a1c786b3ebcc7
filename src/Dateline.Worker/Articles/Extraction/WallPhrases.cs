using System.Text.RegularExpressions;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The words of pages that stand in an article's place, in the languages of the feeds that are read most.</summary>
internal static partial class WallPhrases
{
    [GeneratedRegex("""
        ^\W*(?:just\ a\ moment|attention\ required|access\ denied|pardon\ our\ interruption|are\ you\ a\ robot|robot\ check|security\ check|verify(?:ing)?\ you\ are\ human|human\ verification|ddos-guard|please\ wait
        |checking\ your\ browser|bot\ verification|one\ moment,\ please|client\ challenge|nur\ einen\ moment|einen\ moment\ bitte|sicherheits(?:\u00FCberpr\u00FCfung|pr\u00FCfung|abfrage)|zugriff\ verweigert
        |un\ (?:instant|moment|momento)\b|v\u00E9rification\ (?:de\ s\u00E9curit\u00E9|en\ cours)|acc\u00E8s\ refus\u00E9|acceso\ denegado|verificaci\u00F3n\ de\ seguridad|accesso\ negato|acesso\ negado|(?:s\u00F3\ )?um\ momento
        |een\ moment|toegang\ geweigerd|momencik|chwileczk|odmowa\ dost\u0119pu|vent\ et\ \u00F8jeblik|\u00C5tkomst\ nekad)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex ChallengeTitle();

    [GeneratedRegex(@"/cdn-cgi/challenge-platform|cf-browser-verification|_cf_chl_opt|cf-chl-|id=""challenge-form|px-captcha|captcha-delivery\.com|/_Incapsula_Resource|data-dd-captcha|awsWafCookieDomainList|ak-challenge|sec-if-cpt-container", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex ChallengeMarkup();

    [GeneratedRegex("""
        checking\ (?:if\ the\ site\ connection\ is\ secure|your\ browser\ before)|(?:verify|confirm)(?:ing)?\ (?:that\ )?you\ are\ (?:not\ a\ robot|(?:a\ )?human)|enable\ javascript\ and\ cookies\ to\ continue
        |unusual\ (?:traffic|activity)\ (?:from|has\ been\ detected)|please\ complete\ the\ security\ check|solve\ (?:this|the)\ captcha|made\ us\ think\ you\ (?:were|might\ be)\ a\ (?:ro)?bot|press\ (?:and|&)\ hold\ to\ confirm
        |best\u00E4tigen\ sie,\ dass\ sie\ (?:kein\ roboter|ein\ mensch)|javascript\ und\ cookies,\ um\ fortzufahren|v\u00E9rifie(?:z|r)\ que\ vous\ (?:n'\u00EAtes\ pas\ un\ robot|\u00EAtes\ (?:un\ )?humain)
        |(?:confirm[ae]|verific(?:a|ar|ando|amos))\ que\ (?:no\ )?eres\ (?:un\ )?(?:robot|humano)|n\u00E3o\ \u00E9\ um\ rob\u00F4|non\ sei\ un\ robot|geen\ robot\ bent|nie\ jeste\u015B\ robotem
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex ChallengeText();

    [GeneratedRegex("""
        (?:subscribe|sign\ in|log\ in|register|become\ a\ (?:member|subscriber))[^.]{0,40}\ to\ (?:continue|keep|read|unlock|finish)|(?:to\ (?:continue|keep)\ reading|to\ (?:read|view)\ the\ (?:full|rest))[^.]{0,60}(?:subscri|sign|regist|log)
        |this\ (?:article|content|story)\ is\ (?:only\ )?(?:for|reserved\ for|exclusive\ to|available\ (?:only\ )?to)\ (?:our\ )?(?:paying\ )?(?:subscribers|members)|already\ a\ subscriber|you(?:'|\u2019)ve\ (?:reached|read)\ your\ (?:limit|last|free)|remaining\ free\ articles
        |weiterlesen\ mit|jetzt\ (?:abonnieren|weiterlesen|freischalten)|(?:nur|exklusiv)\ f\u00FCr\ (?:unsere\ )?(?:abonnent|mitglieder)|bereits\ (?:abonnent|registriert)|mit\ (?:einem\ )?(?:[\w+-]+-)?abo\ (?:weiter)?lesen|als\ abonnent\ (?:weiter)?lesen
        |(?:r\u00E9serv\u00E9e?|exclusif)\ (?:aux|\u00E0\ nos)\ abonn\u00E9s|il\ vous\ reste\ [\d,.]+\s?%|d\u00E9j\u00E0\ abonn\u00E9|abonnez-vous\ pour\ (?:lire|continuer)
        |(?:solo|exclusiv[oa])\ para\ (?:nuestros\ )?suscriptores|suscr\u00EDbete\ para\ (?:seguir|continuar|leer)|reg\u00EDstrate\ para\ (?:seguir|continuar)|(?:exclusivo|apenas)\ para\ assinantes|assine\ para\ (?:continuar|ler)
        |riservat[oa]\ agli\ abbonati|abbonati\ per\ (?:continuare|leggere)|(?:alleen|exclusief)\ voor\ abonnees|tylko\ dla\ (?:prenumerator|subskrybent)|f\u00F6r\ prenumeranter|kun\ for\ abonnenter
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex PaywallText();

    [GeneratedRegex(@"class=""[^""]{0,200}\b(?:paywall|regwall|subscriber-only|premium-content-gate|metered-gate)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex PaywallMarkup();

    [GeneratedRegex("""
        ^(?:before\ you\ continue|we\ value\ your\ privacy|your\ privacy|privacy\ (?:settings|gate|notice)|consent|cookie[\ -](?:consent|policy|settings|notice)|einwilligung|zustimmung|datenschutz|data\ protection\ choices
        |avant\ de\ continuer|gestion\ des\ cookies|antes\ de\ continuar|prima\ di\ continuare|bevor\ sie\ fortfahren|voordat\ je\ verdergaat|zanim\ przejdziesz)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex ConsentTitle();

    [GeneratedRegex("""
        accept\ (?:all|cookies)|agree\ and|reject\ all|manage\ (?:options|settings|preferences|cookies)|cookies?\b|consent|legitimate\ interest|our\ partners|personal\ data|alle\ akzeptieren|zustimm|einwillig|datenschutz|mit\ werbung|personenbezogene
        |tout\ (?:accepter|refuser)|continuer\ sans\ accepter|consentement|donn\u00E9es\ personnelles|partenaires|aceptar|rechazar|consentimiento|datos\ personales|accett|rifiut|consenso|dati\ personali|accepteren|toestemming|weigeren|zgod|aceitar|rejeitar|dados\ pessoais
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex ConsentText();
}
