using System.Buffers;
using System.Text.RegularExpressions;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>Known by its words in any site's spelling: what asks the reader for something, and what labels other things than the article.</summary>
internal static partial class PromotionText
{
    private const int LongestOffer = 300;
    private const int LongestLabel = 80;

    // Without one of these words none of the patterns that may match anywhere can
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["newsletter", "inbox", "mailbox", "bo\u00EEte", "boite", "postfach", "bandeja", "cookies", "recaptcha", "rights reserved", "responsible for", "commission", "compensation", "affiliate", "participant in", "teilen"], StringComparison.OrdinalIgnoreCase);

    /// <summary>An offer to subscribe, sign up, follow or donate, a notice on cookies or terms.</summary>
    public static bool IsOffer(string text) => text.Length <= LongestOffer
        && (OpensOffer().IsMatch(text) && !SignUpText.IsOfArticle(text) || OpensNotice().IsMatch(text) || OpensAside().IsMatch(text) || text.AsSpan().ContainsAny(Words) && Holds().IsMatch(text) || PageWords.IsOffer(text));

    /// <summary>The label of an advertisement, a share bar, or a list of other articles.</summary>
    public static bool IsLabel(string text) => text.Length <= LongestLabel && Label().IsMatch(text) || IsPointer(text) || PageWords.IsLabel(text) || ReaderCalls.IsControl(text);

    /// <summary>A label that nothing under it belongs to: a line that leads to another story and says to which, or the place of an advertisement.</summary>
    public static bool StandsAlone(string text) => text.Length <= LongestLabel && Advertisement().IsMatch(text) || IsPointer(text);

    private static bool IsPointer(string text) => text.Length <= LongestOffer && (Pointer().IsMatch(text) || PageWords.IsPointer(text));

    public static bool SpeaksToReader(string text) => ReaderWords().IsMatch(text);

    /// <summary>A day that the article tells of, such as "When: 14 March" or "14 March, 7 p.m.: Dance at the harbour".</summary>
    public static bool IsAnnouncement(string text) => Announcement().IsMatch(text);

    public static string WithoutDateLabel(string text) => DateLabel().Replace(text, "");

    [GeneratedRegex("""
        ^(?:(?:click\ here\ to\ |please\ |why\ not\ )?(?:subscribe|sign[\ -]?up(?!\ for\ an?\ (?!free|daily|weekly|digital|newsletter|account|trial|subscription|e-?mail))|unsubscribe|abonnez-vous|inscrivez-vous|suscr[i\u00ED]bete|abonnieren\ sie|jetzt\ abonnieren)\b
        | (?:zum\ |unseren\ )?newsletters?\ (?:jetzt\ )?(?:abonnieren|bestellen|anmelden|sign) | newsletters?(?:\ sign-?up)?$ | (?:enter\ )?your\ e-?mail(?:\ address)?$
        | (?:already|not)\ a\ (?:subscriber|member)\b | become\ a\ (?:member|subscriber|supporter|patron)\b | (?:start|get)\ (?:your|a)\ free\ trial | already\ contributed\b | go\ ad[\ -]free\b.{0,100}$ | you(?:['\u2019]ve|\ have)\ read\ \d+\b.{0,100}$ | try\ (?!to\b)[^.!?]{0,40}\ free\b
        | (?:follow|like|find|join)\ (?!(?:these|this|the\ (?:steps|rules|advice|instructions))\b)(?:us|me|him|her|them|@\w+|the\ [\w\ ]{1,30}|[\w\ ]{1,30})\ on\ (?:facebook|twitter|x|instagram|linkedin|youtube|telegram|whatsapp|threads|bluesky|mastodon|tiktok|google)\b
        | (?:donate(?=\W*$|\ (?:to\ (?:us|our|support|keep|help)|now|today|here|online|via)\b)|support\ (?:us\b|(?:independent\ |local\ |community\ )+(?:journalism|media|news|reporting)|our\ (?:journalis[mt]|work|reporting|mission|newsroom|site|project|coverage|independent))|help\ us\ (?!,)\w+).{0,160}$
        | download\ (?:our\ .{0,40}|the\ (?:(?:new|free|latest|official|mobile|news)\ )*(?:(?-i:\p{Lu}).{0,40})?)\bapp\b | listen\ to\ (?:this\ article|(?:the|our)\ podcast))
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex OpensOffer();

    [GeneratedRegex("""
        ^(?:by\ (?:signing|submitting|subscribing|clicking|continuing|entering|providing|registering|going)\b.{0,120}\b(?:you\ (?:\w+\ ){0,3}(?:agree|consent|accept|acknowledge)|i\ (?:agree|consent)|privacy\ (?:policy|notice|statement)|terms\ (?:of\ (?:use|service|sale)|and\ conditions|&)|our\ terms) | (?:\u00A9|\(c\)|copyright\b\s*(?:\u00A9|\(c\)|\d))
        | alle\ rechte\ vorbehalten | tous\ droits\ r | this\ (?:article|story|post|entry)\ (?:was\ )?(?:first\ |originally\ )?(?:appeared|published|appears|posted|filed)\b.{0,120}$ | this\ entry\ was\ (?:posted|written|filed)\ (?:on|by|in|under)\b.{0,260}$)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex OpensNotice();

    /// What sites say of themselves below an article: of letters, tips, apps, commissions, liability
    [GeneratedRegex("""
        ^(?:(?:submit|send|write)\ (?:us\ )?(?:your\ |a\ )?letters?\b | we\ want\ to\ hear\ (?:what\ you|from\ you) | (?:do\ you\ )?have\ a\ (?:tip|story\ (?:tip|idea)|question\ or\ comment)\b
        | (?:for|get)\ (?:the\ )?(?:latest|breaking|more(?!\ than))\b.{0,80}\b(?:apps?|newsletter|your\ phone|inbox|alerts|follow\ us|subscribe)\b
        | (?:the\ )?(?:views|opinions)(?:\ and\ (?:views|opinions))?\ expressed\b | to\ (?:view|read|continue)\b.{0,40}\b(?:please\ )?(?:subscribe|log\ ?in|sign\ in|register)
        | if\ you(?:['\u2019]re|\ are)\ (?:seeing\ this\ message|already\ a\ subscriber) | if\ you\ (?:enjoyed|liked)\ (?:reading\ )?this\b | contact\ (?:us|the\ (?:author|writer|reporter|editor))\b.{0,80}@
        | (?:e-?mail|reach|contact|follow)\ .{0,60}\ (?:at\ \S+@\S+|@\w+) | follow\ (?!(?:these|this|the\ (?:steps|rules|advice|path|trail|instructions))\b).{0,60}\ on\ twitter\b | this\ content\ is\ (?:imported|created|provided)\b | you\ may\ be\ able\ to\ find\ (?:the\ same|more)
        | (?:sorry|unfortunately),?\ (?:this|the)\ (?:video|audio|content|media)\b.{0,100}$ | (?:sorry,?\ (?:but\ )?)?your\ browser\ (?:needs|does\ not|doesn['\u2019]t|is\ (?:not|out))\b.{0,160}$ | our\ journalism\ needs\ your\b.{0,100}$ | (?:this|your)\ (?:video|audio|content|media|browser)\ (?:(?:is|could|does|has)\ ?n[o'\u2019]t|can(?:not|['\u2019]t))\ (?:be\ |been\ |currently\ )?(?:available|support|load|play|display).{0,80}$
        | (?:please\ )?(?:enable|turn\ on|activate)\ javascript\b | javascript\ (?:is\ (?:disabled|required|not\ (?:enabled|supported)|turned\ off)|must\ be|needs\ to\ be)\b.{0,100}$ | (?:request|loading)\ failed\b.{0,40}$
        | (?:click|tap)\ here\ (?:to|for)\b.{0,100}$ | comments\ (?:are|for\ this\ \w+\ are)\ closed | (?:watch|play)\ (?:video|the\ video)\b.{0,60}$
        | (?:der|dieser)\ (?:beitrag|artikel)\ (?:wurde|erschien|ist\ (?:zuerst|urspr)) | (?:m\u00F6chten\ sie\ den|den|diesen)\ (?:artikel|beitrag)\b.{0,30}\bteilen\b | (?:folgen|liken|besuchen)\ sie\ uns\b
        | folge?\ uns\b | s\u00EDguenos\b | suivez-nous\b | seguici\b)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex OpensAside();

    [GeneratedRegex("""
        \b(?:our|free|daily|weekly|the|kostenlose[rn]?|unsere[rn]?)\ (?:[\w'\u2019-]+\ ){0,4}newsletters?\b.{0,80}(?:inbox|sign[\ -]?up|subscri|e-?mail|free\b|get\b|abonnier|anmeld|bestell)
        | (?:\b(?:sign(?:ing)?[\ -]?up|sign\ me|subscrib(?:e|ing)|get|receive|join)\b|abonnier|anmeld).{0,80}\bnewsletters?\b | \b(?:to|in|into|dans)\ (?:your|votre|tu|ihr(?:em)?)\ (?:e-?mail\ )?(?:inbox|mailbox|bo[i\u00EE]te|postfach|bandeja)
        | \b(?:we|(?:this|our)\ (?:web)?site|partners)\b.{0,40}\b(?:us(?:es?|ing)|sets?|stores?|places?|needs?)\b.{0,40}\bcookies\b | \bcookies\b.{0,60}\b(?:you\ (?:agree|accept)|consent|privacy|policy|best\ experience)\b
        | \b(?:accept|allow|enable|disable|reject|manage)\ (?:all\ |our\ |the\ |these\ |your\ )?cookies\b | \bprotected\ by\ recaptcha\b | \ball\ rights\ reserved\b
        | \bnot\ responsible\ for\ the\ (?:opinions|content|views) | \b(?:we|i|us|our|site|links?|purchases?|buy)\b.{0,80}\b(?:may|might)\ (?:earn|receive|get)\ (?:a\ |an\ )?(?:small\ )?(?:affiliate\ )?(?:commission|compensation) | \b(?:may|might)\ (?:earn|receive|get)\b.{0,30}\b(?:commission|compensation)\b.{0,80}\b(?:you|links?|purchases?)\b
        | \baffiliate\ (?:links?|commission) | \bparticipant\ in\ the\ amazon\ services\b
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Holds();

    [GeneratedRegex(@"^\W*(?:advertise?ments?|ads?|anzeige|werbung|publicit\u00E9|publicidad|pubblicit\u00E0|reklam[ae]|(?:story|article) continues (?:below|after).*|scroll (?:down )?to continue.*|skip ad.*)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Advertisement();

    [GeneratedRegex("""
        ^[\W\d]*(?:
        advertise?ments?|anzeige|werbung|publicit\u00E9|publicidad|reklame|sponsored(?:\ (?:content|by\ .+))?|(?:story|article)\ continues\ (?:below|after).*|scroll\ (?:down\ )?to\ continue.*|continue\ reading.*
        |explore\ more|read\ (?:more|next|also)|keep\ reading|up\ next|what\ to\ read\ next|see\ (?:also|more)|related(?:\ (?:articles?|stories|story|content|news|posts?|topics?|links?|reading|coverage))?
        |more\ (?:from|on|in|about|for)\ (?!.*\.\W*$)[^.!?]{1,50}|more\ (?:stories|news|articles|coverage|like\ this|to\ read)|more\ great\ .{1,30}\ stories|other\ (?:news|stories)|most\ (?:read|popular|viewed|shared)|(?:trending|popular|latest|top)(?:\ (?:now|news|stories|articles|posts))?
        |recommended(?:\ (?:for\ you|stories|articles|reading))?|you\ (?:may|might)\ (?:also\ (?:like|enjoy|be\ interested\ in).*|(?:like|be\ interested\ in)(?:\ (?:this|these|our)\b.*)?)|editors?['\u2019]s?\ picks?|don['\u2019]?t\ miss|about\ the\ authors?|author(?:\ bio)?|written\ by|share
        |(?:share|tweet|post|pin|save|send|print|e-?mail|copy)(?:\ (?:this|on|via|to|by|link|the|article|page|story|facebook|twitter|x|e-?mail|whatsapp|linkedin))+|tweet|e-?mail|print|copy\ link|save|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|flipboard|instagram
        |(?:topics?|tags?|filed\ under|keywords|categor(?:y|ies)|schlagw\u00F6rter|themen|stichw\u00F6rter)\s*(?::.{0,60})?|(?:\d+\ )?(?:comments?|kommentare?)|leave\ a\ (?:comment|reply)|join\ the\ (?:conversation|discussion)|loading(?:\ [^\s.!?]+){0,2}|skip\ (?:to|ad)\b.*
        |das\ k\u00F6nnte\ (?:sie|dich)\ auch\ interessieren|mehr\ zum\ thema|weitere\ (?:artikel|themen|nachrichten)|teilen(?:\ mit)?|weiterlesen|wird\ geladen.*|schlagworte?|externer\ inhalt|lesen\ sie\ auch|auch\ interessant|zum\ thema|\u00E0\ lire\ aussi|lire\ aussi|sur\ le\ m\u00EAme\ sujet|lee\ tambi\u00E9n|te\ puede\ interesar
        )\W*$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\W*(?:read (?:more|also|next)|see also|also read|related|more|mehr dazu|lesen sie auch|lire aussi|\u00E0 lire aussi|lee tambi\u00E9n|leia tamb\u00E9m|leggi anche)\s*[:|\u2013>]\s*\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"\b(?:your?|our|us)\b|^(?:get|enjoy|join|discover|save|start|try)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReaderWords();

    [GeneratedRegex(@"^\s*(?:first |last )?(?:published|updated|posted|modified|ver\u00F6ffentlicht|aktualisiert|stand|publi\u00E9|mis \u00E0 jour|publicado|actualizado)(?:\s+(?:on|at|am|le|el))?\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateLabel();

    [GeneratedRegex(@"^\W*(?:when|time|starts?|begins|opens|closes|doors(?: open)?|deadline|next \w+)\s*:\s*\S|^[^:]{3,16}(?:\d|\b[ap]\.?m\.?|noon|midnight): \p{L}|^[^:]{3,16}\d?\d:\d\d(?: ?[ap]\.?m\.?)?: \p{L}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();
}
