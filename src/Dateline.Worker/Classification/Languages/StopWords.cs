using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Languages;

/// <summary>A vote of small words.</summary>
internal static class StopWords
{
    /// <summary>Votes that the winner needs, and how many times those of the next it must have.</summary>
    private const int Least = 4;

    private const double Lead = 2;

    /// <summary>Votes more than the next that are a hint without settling it.</summary>
    private const int Hint = 2;

    private static readonly (string Language, string Words)[] Lists =
    [
        ("en", "the of and to in is was for that with as on are from by has at said his have an not be it after over says new will who what how their they about more its were but can when into out up your you this than all"),
        ("fr", "le la les des du et est une dans que qui pour sur au par ses pas aux avec cette sont ont l d"),
        ("de", "der die das und ist von den mit dem für auf ein eine nicht sich auch des im zu als wurde werden"),
        ("es", "el la los las del y que en una por con para se su es como más fue lo al no"),
        ("pt", "o os as do da dos das e que em um uma para com não no na por se é ao mais foi são"),
        ("it", "il lo gli di della che e per un una del dei delle con non è sono nel alla da ha si più al"),
        ("nl", "de het een van en in is dat op te zijn met voor niet aan er ook door werd naar bij"),
        ("sv", "och att det som en är på av för med den till inte har ett från om var de kan"),
        ("da", "og at det som en er på af for med den til ikke har et fra om var de kan blev"),
        ("nb", "og å det som en er på av for med den til ikke har et fra om var de kan ble"),
        ("fi", "ja on ei se että oli ovat mutta kun myös joka hän ole sekä mukaan tai niin"),
        ("pl", "i w na z się nie do że to jest o od przez po dla jak są był oraz za"),
        ("cs", "a v se na je že s z do o ve by pro jsou ale po za jako byl jeho podle"),
        ("hu", "a az és hogy nem is egy van meg de volt ki csak már ez mint ha vagy"),
        ("ro", "și de la în a cu pe din că o un nu este mai sunt pentru care au fost prin"),
        ("tr", "ve bir bu için ile da de olarak çok daha olan en sonra kadar gibi ise"),
        ("id", "yang dan di dari untuk dengan pada ini itu dalam tidak adalah akan telah oleh ke sebagai juga"),
        ("vi", "và của là có được cho trong các một những với không người đã này khi tại đến từ"),
        ("hr", "i je u na se da su za od s ne koji kao što iz bi ali nije"),
        ("ru", "и в не на что с по как к из у за от его для это был о но до же бы при все они он она также после более"),
        ("uk", "і в на що з не у до за як та від для це але й про його був він вони або під після також був є які"),
        ("bg", "и на да се в за от с по не е са че като до или беше който ще при но това които този след"),
        ("sr", "и у је на да се за од са не су што као из би али није који"),
        ("ar", "في من على إلى أن عن التي الذي هذا هذه كان كانت مع ما لا بعد قد كما بين قال أو هو هي ذلك حيث"),
        ("fa", "در به از که این را با است برای آن یک خود تا شده می بر او شد کرد بود های و"),
        ("ur", "کے میں کی ہے اور سے کا کو نے پر یہ ہیں کہ تھا نہیں ایک"),
    ];

    private static readonly Dictionary<string, int[]> Votes = Lists
        .SelectMany((list, index) => list.Words.Split(' ').Distinct().Select(word => (word, index)))
        .GroupBy(entry => entry.word, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(entry => entry.index).ToArray(), StringComparer.Ordinal);

    /// <summary>
    /// The language whose small words lead; null when none does. It is <paramref name="settled"/>, so that no model need be asked, when many are
    /// of that language and few of any other. Of several that lead together, the <paramref name="feed"/>'s does.
    /// </summary>
    public static string? Language(ReadOnlySpan<char> text, string? feed, out bool settled)
    {
        var words = new WordBuffer(stackalloc char[LanguageDetector.MaxChars], stackalloc int[LanguageDetector.MaxChars / 2]);
        words.Add(text.Length > LanguageDetector.MaxChars ? text[..LanguageDetector.MaxChars] : text, splitAtApostrophe: true);
        Span<int> counts = stackalloc int[Lists.Length];
        counts.Clear();
        var lookup = Votes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < words.Count; i++)
        {
            if (lookup.TryGetValue(words[i], out var languages))
            {
                foreach (var language in languages)
                    counts[language]++;
            }
        }

        var winner = Winner(counts, words.Count, out settled);
        return winner is null && Leads(counts, feed) ? feed : winner;
    }

    private static bool Leads(ReadOnlySpan<int> counts, string? feed)
    {
        var votes = 0;
        for (var i = 0; i < counts.Length; i++)
            votes = Lists[i].Language == feed ? counts[i] : votes;
        return votes >= Least - 1 && votes == MaxOf(counts);
    }

    private static int MaxOf(ReadOnlySpan<int> counts)
    {
        var most = 0;
        foreach (var count in counts)
            most = Math.Max(most, count);
        return most;
    }

    private static string? Winner(ReadOnlySpan<int> counts, int words, out bool settled)
    {
        var (best, next) = (0, -1);
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best])
                (best, next) = (i, best);
            else if (next < 0 || counts[i] > counts[next])
                next = i;
        }

        settled = counts[best] >= Least && counts[best] >= Lead * counts[next] && 6 * counts[best] >= words;
        return settled || counts[best] >= Hint + counts[next] ? Lists[best].Language : null;
    }
}
