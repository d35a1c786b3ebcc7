using System.Text;

namespace Dateline.Worker.Classification.Regions;

/// <summary>Letters as the gazetteer's keys have them: lower case, without diacritics, one for one.</summary>
internal static class Folding
{
    private const int TableSize = 0x2000;

    /// <summary>Letters that Unicode does not decompose.</summary>
    private const string Whole = "øoØołlŁlđdĐdıiæaÆaœoŒoßsðdÐdþtÞtħhĦhəeƏe’'‘'ʻ'";

    private static readonly char[] Table = Build();

    public static char Fold(char c) => c < TableSize ? Table[c] : c == '’' || c == '‘' ? '\'' : c;

    /// <summary>A key: folded words parted by one space, dots and apostrophes dropped as the reader of texts drops them.</summary>
    public static string Key(string name)
    {
        var words = new PlaceWords();
        words.Read(name);
        var key = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
            key.Append(i == 0 ? "" : " ").Append(words.Folded(i, i + 1));
        return key.ToString();
    }

    private static char[] Build()
    {
        var table = new char[TableSize];
        for (var c = 0; c < TableSize; c++)
            table[c] = Decomposed((char)c);
        for (var i = 0; i < Whole.Length; i += 2)
        {
            if (Whole[i] < TableSize)
                table[Whole[i]] = Whole[i + 1];
        }

        return table;
    }

    private static char Decomposed(char c)
    {
        if (!char.IsLetter(c))
            return c;
        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        return char.ToLowerInvariant(parts[0]);
    }
}
