using Lingua;
using LinguaDetector = Lingua.LanguageDetector;

namespace Dateline.Worker.Classification.Languages;

/// <summary>
/// The language of a text: by its script, by its small words, then by Lingua in low-accuracy mode (26 MB for these languages) and
/// the letters that each has, backed by what the feed declares. Lingua's models load at the first text that needs them. Safe for many threads.
/// </summary>
internal sealed class LanguageDetector
{
    /// <summary>Characters of the text that are looked at: .997 right at 400, .986 at 60 (SIB-200, 28 languages).</summary>
    public const int MaxChars = 400;

    /// <summary>Letters below which a declared language is believed rather than the text: whatever its small words say, or if they say nothing.</summary>
    private const int VeryShort = 20, Short = 50;

    /// <summary>Letters below which small words are believed rather than Lingua (English headlines .963 to .970, 60 characters of SIB-200 .977 to .980).</summary>
    private const int Headline = 60;

    public const string Unknown = "und";

    private static readonly Dictionary<Language, string> Codes = new()
    {
        [Language.Arabic] = "ar", [Language.Bulgarian] = "bg", [Language.Croatian] = "hr", [Language.Czech] = "cs", [Language.Danish] = "da",
        [Language.Dutch] = "nl", [Language.English] = "en", [Language.Finnish] = "fi", [Language.French] = "fr", [Language.German] = "de",
        [Language.Hungarian] = "hu", [Language.Indonesian] = "id", [Language.Italian] = "it", [Language.Bokmal] = "nb", [Language.Persian] = "fa",
        [Language.Polish] = "pl", [Language.Portuguese] = "pt", [Language.Romanian] = "ro", [Language.Russian] = "ru", [Language.Serbian] = "sr",
        [Language.Spanish] = "es", [Language.Swahili] = "sw", [Language.Swedish] = "sv", [Language.Turkish] = "tr", [Language.Ukrainian] = "uk",
        [Language.Urdu] = "ur", [Language.Vietnamese] = "vi",
    };

    private readonly Lazy<LinguaDetector> lingua = new(() =>
        LanguageDetectorBuilder.FromLanguages([.. Codes.Keys]).WithLowAccuracyMode().Build());

    /// <summary>BCP 47 primary subtag, lower case; <c>und</c> when it cannot be told.</summary>
    public string Detect(ReadOnlySpan<char> text, string? declared)
    {
        var head = text.Length > MaxChars ? text[..MaxChars] : text;
        var feed = PrimarySubtag(declared);
        var letters = Letters(head);
        if (letters == 0)
            return feed ?? Unknown;
        if (Scripts.Language(head) is { } byScript)
            return SharesScript(byScript, feed) ? feed! : byScript;
        var byWords = StopWords.Language(head, feed, out var settled);
        if (settled)
            return byWords == "nb" && feed is "no" or "nn" ? feed : byWords!;
        if (feed is not null && (byWords == feed || (Scripts.CanWrite(feed, head) && letters < (byWords is null ? Short : VeryShort))))
            return feed;
        var byLetters = ByLetters(head);
        return letters < Headline && byWords is not null && byWords != byLetters ? byWords : byLetters ?? feed ?? Unknown;
    }

    /// Lingua's likeliest, but hardly one whose alphabet lacks letters of the words
    private string? ByLetters(ReadOnlySpan<char> text)
    {
        const double Foreign = 6;
        var candidates = lingua.Value.ComputeLanguageConfidenceValues(text.ToString()).Where(candidate => candidate.Value > 0).ToDictionary(candidate => Codes[candidate.Key], candidate => candidate.Value);
        var foreign = Alphabets.ForeignWords(text, candidates.Keys);
        return candidates.Count == 0 ? null : candidates.MaxBy(candidate => Math.Log(candidate.Value) - Foreign * foreign[candidate.Key]).Key;
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
            letters += char.IsLetter(c) ? 1 : 0;
        return letters;
    }

    /// <summary>Marathi and Nepali are written as Hindi is; only the feed can say so.</summary>
    private static bool SharesScript(string byScript, string? feed) => byScript == "hi" && feed is "mr" or "ne";

    private static string? PrimarySubtag(string? tag)
    {
        var end = tag?.IndexOfAny(['-', '_']) ?? -1;
        var primary = (end < 0 ? tag : tag![..end])?.Trim().ToLowerInvariant();
        return primary is { Length: 2 or 3 } && primary != Unknown && primary.All(char.IsAsciiLetter) ? primary : null;
    }
}
