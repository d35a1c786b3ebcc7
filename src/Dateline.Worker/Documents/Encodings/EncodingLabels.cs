using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dateline.Worker.Documents.Encodings;

/// <summary>
/// Finds the encoding that a label means: the table of the WHATWG Encoding Standard, which browsers follow, then code pages by number, then
/// what .NET knows. Signs within a label and its case mean nothing: feeds write <c>win-1251</c> and <c>UTF_8</c>.
/// </summary>
internal static class EncodingLabels
{
    private const int Utf8 = 65001;

    // A code page, then its labels. Latin-1 is read as windows-1252, Latin-5 as windows-1254, Thai as windows-874, EUC-KR as its extension
    // 949, GBK as GB18030, as the standard has it; ASCII stays ASCII, for bytes beyond it tell that the label is wrong.
    private const string Table = """
        65001 utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8
        1200 utf-16 utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff
        1201 utf-16be unicodefffe
        12000 utf-32 utf-32le iso-10646-ucs-4 ucs-4
        12001 utf-32be
        20127 us-ascii ascii ansi_x3.4-1968 iso646-us iso-ir-6
        1252 windows-1252 iso-8859-1 cp819 csisolatin1 ibm819 iso-ir-100 iso_8859-1:1987 l1 latin1 x-cp1252
        28592 iso-8859-2 csisolatin2 iso-ir-101 iso_8859-2:1987 l2 latin2
        28593 iso-8859-3 csisolatin3 iso-ir-109 iso_8859-3:1988 l3 latin3
        28594 iso-8859-4 csisolatin4 iso-ir-110 iso_8859-4:1988 l4 latin4
        28595 iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso_8859-5:1988
        28596 iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso_8859-6:1987
        28597 iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso_8859-7:1987 sun_eu_greek
        28598 iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical
        28603 iso-8859-13 latin7
        28605 iso-8859-15 csisolatin9 l9 latin9
        20866 koi8-r cskoi8r koi koi8
        21866 koi8-u koi8-ru
        10000 macintosh csmacintosh mac x-mac-roman
        10007 x-mac-cyrillic x-mac-ukrainian
        866 ibm866 866 csibm866
        874 windows-874 iso-8859-11 tis-620 dos-874
        1250 windows-1250 x-cp1250
        1251 windows-1251 x-cp1251
        1253 windows-1253 x-cp1253
        1254 windows-1254 iso-8859-9 csisolatin5 iso-ir-148 iso_8859-9:1989 l5 latin5 x-cp1254
        1255 windows-1255 x-cp1255
        1256 windows-1256 x-cp1256
        1257 windows-1257 x-cp1257
        1258 windows-1258 x-cp1258
        54936 gb18030 gbk gb2312 chinese csgb2312 csiso58gb231280 gb_2312-80 iso-ir-58 x-gbk cp936 windows-936 euc-cn
        950 big5 big5-hkscs cn-big5 csbig5 x-x-big5
        51932 euc-jp cseucpkdfmtjapanese x-euc-jp
        50220 iso-2022-jp csiso2022jp
        932 shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis
        949 euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ksc5601 windows-949 uhc
        50225 iso-2022-kr csiso2022kr
        52936 hz-gb-2312
        """;

    private static readonly FrozenDictionary<string, int> CodePages = Table.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(label => (Label: Key(label), CodePage: int.Parse(words[0], CultureInfo.InvariantCulture))))
        .DistinctBy(pair => pair.Label).ToFrozenDictionary(pair => pair.Label, pair => pair.CodePage, StringComparer.Ordinal);

    private static readonly string[] NumberedBy = ["cp", "windows", "win", "ibm", "ms", "dos", "xcp", "codepage"];

    static EncodingLabels() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Null when nobody knows the label. Bytes that mean nothing in the encoding are read as U+FFFD.</summary>
    public static Encoding? Find(string label)
    {
        var key = Key(label);
        try
        {
            if (LatinTables.Find(key) is { } latin)
                return latin;
            if (CodePages.TryGetValue(key, out var codePage) || NumberIn(key) is { } number && (codePage = number) > 0)
                return codePage == Utf8 ? Encoding.UTF8 : OfCodePage(codePage);
            return OfCodePage(Encoding.GetEncoding(label.Trim()).CodePage);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public static Encoding OfCodePage(int codePage) =>
        Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));

    /// <summary>Whether the encoding, by escapes, has only bytes of ASCII: ISO 2022, HZ.</summary>
    public static bool IsSevenBit(Encoding encoding) => encoding.CodePage is (>= 50220 and <= 50229) or 52936;

    private static int? NumberIn(string key)
    {
        foreach (var prefix in NumberedBy)
        {
            if (key.Length is var length && length > prefix.Length + 1 && length < prefix.Length + 6 && key.StartsWith(prefix, StringComparison.Ordinal)
                && int.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return number;
        }

        return null;
    }

    /// Letters and digits in lower case
    private static string Key(string label) => string.Concat(label.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
