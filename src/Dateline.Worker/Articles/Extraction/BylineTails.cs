using System.Text.RegularExpressions;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>What a byline says behind a name without a sign between them: the writer's role, the paper that the story comes from, the place of writing.</summary>
internal static partial class BylineTails
{
    /// No line of names is longer; looking back from each place of one would take long
    private const int Longest = 300;

    public static string Without(string name) => name.Length > Longest ? name : Paper().Replace(Role().Replace(name, ""), "");

    /// <summary>The names of papers and agencies, which look like those of people.</summary>
    public static bool IsPaper(string name) => PaperWord().IsMatch(name);

    /// <summary>A byline with commas where a second name follows "with", or a slash without spaces.</summary>
    public static string Parted(string byline) => byline.Length > Longest ? byline : Joined().Replace(byline, ", ");

    /// "Ann Scribe Senior Reporter", "ANN SCRIBE HEALTH EDITOR", "Ann Scribe Post Staff"
    [GeneratedRegex("""
        (?<=^\W*\p{Lu}[\p{L}.'\u2019-]*(?:\s\p{Lu}[\p{L}.'\u2019-]*)+)\s+
        (?:(?:senior|chief|lead|deputy|assistant|associate|managing|executive|contributing|special|guest|freelance|staff|general|assignment|national|international|foreign|state|city|metro|local|county|regional
            |political|politics|health|medical|sports?|business|education|science|technology|tech|features?|news|crime|courts?|environment|climate|economics?|finance|money|legal|religion|housing|weather|military|defen[cs]e|security
            |arts?|culture|food|travel|style|fashion|opinion|editorial|investigative|enterprise|data|digital|online|web|multimedia|video|washington|white\ house|congressional|capitol|statehouse|the|daily|ledger|post|times|tribune|herald|gazette|journal|press|star|sun)\s+)*
        (?:writer|reporter|editor(?:-in-chief)?|editor\ in\ chief|correspondent|contributor|columnist|photographer|photojournalist|journalist|producer|critic|intern|staff)s?$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Role();

    [GeneratedRegex(@"(?<=^\W*\p{Lu}[\p{L}.'\u2019-]*(?:\s\p{Lu}[\p{L}.'\u2019-]*)+)\s+(?:of|for|from|Of|For|From|OF|FOR|FROM)\s+(?:the\s+)?\p{Lu}.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Paper();

    [GeneratedRegex(@"(?<=\p{Lu}[\p{L}.'\u2019-]*\s\p{Lu}[\p{L}.'\u2019-]*)(?:\s+(?:with|With|WITH)\s+|/)(?=\p{Lu}[\p{L}.'\u2019-]*\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    [GeneratedRegex(@"\b(?:Gazette|Herald|Tribune|Chronicle|Ledger|Courier|Sentinel|Examiner|Dispatch|Bulletin|Telegraph|Observer|Reuters|Bloomberg|Newswires?|Newsroom|Newspapers?|Broadcasting|Network|Images)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PaperWord();
}
