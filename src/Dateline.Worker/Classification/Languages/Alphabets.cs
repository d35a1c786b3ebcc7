using System.Collections.Frozen;
using System.Text;

namespace Dateline.Worker.Classification.Languages;

/// <summary>The letters of each language that others in its script have not; a word with another's is a foreign one.
/// With those of borrowed words, such as café, and of old encodings.</summary>
internal static class Alphabets
{
    private static readonly FrozenDictionary<char, string[]> Users = new Dictionary<string, string>
    {
        ["ar"] = "ةىكيإأ",
        ["bg"] = "йщъюя",
        ["cs"] = "áčďéěíňóřšťúůýž",
        ["da"] = "æøåé",
        ["de"] = "äöüßéèàâ",
        ["en"] = "éèêëçïñâôö",
        ["es"] = "áéíñóúü",
        ["fa"] = "پچژگکیيكأإ",
        ["fi"] = "äöåšž",
        ["fr"] = "àâæçéèêëîïôœùûüÿ",
        ["hr"] = "čćđšž",
        ["hu"] = "áéíóöőúüű",
        ["id"] = "",
        ["it"] = "àèéìíòóùî",
        ["nb"] = "æøåéòóôêè",
        ["nl"] = "áéèëêïóöü",
        ["pl"] = "ąćęłńóśźż",
        ["pt"] = "áâãàçéêíóôõúü",
        ["ro"] = "ăâîșțşţ",
        ["ru"] = "йщъыэюяё",
        ["sr"] = "ђјљњћџ",
        ["sv"] = "åäöé",
        ["sw"] = "",
        ["tr"] = "âçğıîöşûü",
        ["uk"] = "йщюяіїєґ",
        ["ur"] = "پچژگکیٹڈڑںےہھيكأ",
        ["vi"] = "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    }.SelectMany(alphabet => alphabet.Value, (alphabet, letter) => (Language: alphabet.Key, Letter: letter))
        .GroupBy(use => use.Letter, use => use.Language).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>How many words of a text have a letter that the language has not; names do not count.</summary>
    public static IReadOnlyDictionary<string, int> ForeignWords(ReadOnlySpan<char> text, IEnumerable<string> languages)
    {
        var counts = languages.ToDictionary(language => language, _ => 0);
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (Ascii.IsValid(word) || char.IsUpper(First(word)))
                continue;
            foreach (var language in counts.Keys)
            {
                if (HasForeignLetter(word, language))
                    counts[language]++;
            }
        }

        return counts;
    }

    private static bool HasForeignLetter(ReadOnlySpan<char> word, string language)
    {
        foreach (var c in word)
        {
            if (Users.TryGetValue(char.ToLowerInvariant(c), out var users) && !users.Contains(language))
                return true;
        }

        return false;
    }

    private static char First(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLetter(c))
                return c;
        }

        return ' ';
    }
}
