using System.Buffers;
using System.Text;

namespace Dateline.Worker.Documents.Encodings;

/// <summary>
/// The encoding of bytes that nobody declared: read in each that is likely, the text must hold the characters that its language uses most.
/// Only for scripts other than Latin: what looks western is not for this class to say.
/// </summary>
internal static class EncodingGuess
{
    /// Read of a document, from its first byte beyond ASCII on
    private const int SampleLength = 1 << 15;

    private const int FewestBytes = 8;
    private const int FewestLetters = 4;

    /// Accented letters stand alone between those of ASCII (1.05 in a row in French and German news), other scripts make whole words
    private const double ShortestRun = 1.5;

    /// Words of other alphabets hold letters of ASCII in less than one of so many; bytes of characters of two bytes can be such letters
    private const int OneTouching = 5;

    /// Of the characters that a language should show, at least so many
    private const double Least = 0.6;

    private const string Cyrillic = "оеаинтсрвлкмдпуяыі";

    private static readonly SearchValues<char> Kana = SearchValues.Create([.. Enumerable.Range(0x3041, 0xB6).Select(code => (char)code), 'ー']);

    private static readonly Candidate[] Candidates =
    [
        new(1251, SearchValues.Create(Cyrillic), 0.8),
        new(20866, SearchValues.Create(Cyrillic), 0.8),
        new(1253, SearchValues.Create("αοιετσνηυρπκμλςάίόέή"), 0.8),
        new(1255, SearchValues.Create("יוהלאתרמבשנ"), 0.7),
        new(1256, SearchValues.Create("اليمونتربةعدسفهكقح"), 0.8),
        new(874, SearchValues.Create("านรอกเงมยลวดทสต่้ัิี"), 0.7),
        new(932, Kana, 0.45),
        new(51932, Kana, 0.45),
        new(950, SearchValues.Create(FrequentCharacters.TraditionalChinese), 0.5),
        new(54936, SearchValues.Create(FrequentCharacters.SimplifiedChinese), 0.5),
        new(949, SearchValues.Create(FrequentCharacters.Korean), 0.5),
    ];

    /// <summary>Null when the text looks western, or like nothing.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        if (first < 0)
            return null;
        var sample = bytes.Slice(first, Math.Min(bytes.Length - first, SampleLength));
        var (inRows, inWords) = Look(sample);
        if (!inRows || sample.Contains((byte)0))
            return null;

        var characters = ArrayPool<char>.Shared.Rent(SampleLength * 2);
        try
        {
            var (best, highest) = ((Candidate?)null, Least);
            foreach (var candidate in Candidates)
            {
                if (!(inWords && candidate.Encoding.IsSingleByte) && candidate.Score(sample, characters) is var score && score > highest)
                    (best, highest) = (candidate, score);
            }

            return best?.Encoding;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    /// Whether bytes beyond ASCII stand in rows, of which a line of dashes is none, and whether those rows are part of words with letters of ASCII
    private static (bool InRows, bool InWords) Look(ReadOnlySpan<byte> sample)
    {
        var (total, runs, touching) = (0, 0, 0);
        for (var at = 0; at < sample.Length;)
        {
            var start = at;
            for (; at < sample.Length && sample[at] >= 0x80; at++)
                total += at == start || sample[at] != sample[at - 1] ? 1 : 0;
            if (at == start)
            {
                at++;
                continue;
            }

            runs++;
            touching += start > 0 && char.IsAsciiLetter((char)sample[start - 1]) || at < sample.Length && char.IsAsciiLetter((char)sample[at]) ? 1 : 0;
        }

        return (total >= FewestBytes && total >= runs * ShortestRun, touching * OneTouching > runs);
    }

    /// An encoding, the most frequent characters of its language, and their share of such a text
    private sealed class Candidate(int codePage, SearchValues<char> frequent, double share)
    {
        public Encoding Encoding { get; } = EncodingLabels.OfCodePage(codePage);

        /// About 1 for a text of the language, 0 where bytes mean nothing
        public double Score(ReadOnlySpan<byte> sample, char[] characters)
        {
            var (known, all, wrong) = (0, 0, 0);
            foreach (var character in characters.AsSpan(0, Encoding.GetChars(sample, characters)))
            {
                // Signs are the same in many languages
                if (char.IsAscii(character) || char.IsPunctuation(character) || char.IsWhiteSpace(character))
                    continue;
                all++;
                known += frequent.Contains(character) ? 1 : 0;
                wrong += character is '\uFFFD' or (>= '\u0080' and <= '\u009F') or (>= '\uE000' and <= '\uF8FF') ? 1 : 0;
            }

            // The sample's end may cut a character in two
            return wrong > 1 + all / 100 || all < FewestLetters ? 0 : known / share / all;
        }
    }
}
