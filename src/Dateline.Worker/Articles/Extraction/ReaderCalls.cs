using System.Text.RegularExpressions;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// What English news sites say to their readers between and below the paragraphs: calls for tips, comments and views, how to reach the
/// writer, whose rules the site keeps; and the words on the controls of pictures, videos and advertisements.
/// </summary>
internal static partial class ReaderCalls
{
    private const int LongestCall = 420;
    private const int LongestControl = 80;

    public static bool IsCall(string text) => text.Length <= LongestCall && (Opens().IsMatch(text) || Reach().IsMatch(text));

    public static bool IsControl(string text) => text.Length <= LongestControl && Control().IsMatch(text) || text.Length <= LongestCall && OfImage().IsMatch(text);

    [GeneratedRegex("""
        ^\W*(?:listen\ to\ .{1,100}\ on\ (?:bbc\ sounds|apple\ podcasts|spotify)\b | (?:do\ you\ have|have\ you\ got|have|got)\ (?:a|any|an?\ \w+)\ (?:story|stories|(?:news\ )?tips?)\b.{0,60}\?
        | if\ you(?:['\u2019]ve|\ have|\ are|['\u2019]re)\ (?:been\ )?affected\ by\ (?:any\ of\ )?(?:the\ |these\ |this\ )?(?:issues?|story|topics?)\b | get\ in\ touch\ with\ (?:us|our|the\ .{0,30}\bteam)\b
        | for\ more\ (?:stories|news|articles)\ (?:like\ this|from\ (?:us|our|across))\b | for\ (?:more|the\ latest)\ (?:stories|news|articles|headlines)\b.{0,60}\b(?:visit|click|head\ (?:over\ )?to|go\ to|follow)\b | join\ (?:our|the)\ .{0,60}\b(?:whatsapp|telegram|facebook|discord|reddit)\b | (?:stay|keep)\ up[\ -]to[\ -]date\ with\ (?:the\ latest|all\ the|our|what['\u2019]s)\b
        | .{0,160}\bby\ (?:following|joining|subscribing\ to)\ our\ .{0,30}\b(?:whatsapp|facebook|telegram|google|twitter|youtube|instagram)\b
        | (?:add|make|choose|set|pick|select)\ .{1,40}\ as\ (?:an?\ |your\ )?preferred\ source\b | have\ your\ say\b.{0,120}$
        | (?:do\ you\ )?like\ what\ you(?:['\u2019]re|\ are)\ reading\b | thanks\ for\ reading\b.{0,100}$ | (?:don['\u2019]?t\ miss|watch|must[\ -]read|in\ case\ you\ missed\ it)\s*:\s*[^.]{3,120}$
        | read\ (?:the|our)\ (?:full|complete|original|entire)\ (?:report|story|article|review|interview|post|study|statement)\ (?:here|on|at)\b.{0,60}$
        | (?:listen|tune\ in|subscribe|find|follow)\b.{0,100}\bwherever\ you\ (?:get|listen\ to|find)\ (?:your\ )?podcasts\b
        | (?:(?:so,?\ )?what\ do\ you\ think\?\ )?(?:let\ us\ know|tell\ us|share\ your\ (?:thoughts|views|opinions?)|sound\ off)\b.{0,60}\b(?:in\ the\ comments?|comments?\ (?:below|section))\b.{0,20}$
        | (?:except\ for\ the\ headline,\ )?this\ (?:story|article|report|copy)\ (?:has\ not\ been|was\ not)\ edited\ by\b.{0,200}$
        | our\ standards:\ the\ thomson\ reuters\b | this\ (?:web)?site\ .{0,80}\bindependent\ press\ standards\b | citation:\ .{1,250}\bretrieved\b | this\ document\ is\ subject\ to\ copyright\b | this\ is\ an\ archived\ (?:article|story|page)\b | (?:the\ )?views\ (?:expressed\ )?(?:are|here\ are)\ (?:strictly\ |the\ author['\u2019]s\ )?(?:personal|own)\W*$)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Opens();

    [GeneratedRegex("""
        ^(?:(?:contact|e-?mail)\ [^.]{2,60}\ (?:at|on|via|:)\s?(?:[\d-]+\ or\ )?\S+@\S+ | [^.]{2,60}\ can\ be\ (?:reached|contacted|e-?mailed|found)\ (?:at|by|via|on)\ .{0,60}@\S+)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Reach();

    [GeneratedRegex("""
        ^[\W\d]*(?:ads?|ads\ by\ google|ad\ feedback|sponsored\ (?:links?|stories|posts?)|promoted(?:\ (?:content|stories|links))?|paid\ (?:content|post)|(?:recommended|featured|trending|related|latest|top)\ videos?
        |advertise?ments?\W+(?:(?:story|article|content|text)\ continues|scroll\ (?:down\ )?to|skip|continue|feedback).*|skip\ advertise?ment.*|report\ this\ ad|why\ this\ ad.{0,3}
        |open\ image\ in\ gallery|view\ (?:image|photos?|gallery)\ (?:in\ )?(?:full\ ?screen|gallery)|(?:image|photo|slide)\ \d+\ of\ \d+|enlarge(?:\ this)?\ image|\d+\s*(?:mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?)\ ago.{0,24}|(?:hide|show|toggle)\ caption|show\ (?:more|less|all)|(?:view|see|show|read)\ (?:all\ )?(?:\d+\ )?comments
        |follow\ us|gift\ this\ article|listen\W+\d+\ min\w*|listen\ to\ (?:this\ )?article\ .{0,12}|min(?:ute)?s?\ read|story\ continues|read\ full\ (?:article|story)|remove\ ads|(?:click|tap|swipe|scroll)\ (?:to|for)\ (?:enlarge|expand|unmute|more|play(?:\ video)?)|in\ other\ news|latest\ headlines|view\ (?:this|more)\ (?:posts?\ )?on\ instagram|view\ this\ post\ on\ \w+|a\ post\ shared\ by\ .+|what\ do\ you\ think
        )\W*$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Control();

    [GeneratedRegex(@"^\W*image (?:source|caption|copyright),\s*\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfImage();
}
