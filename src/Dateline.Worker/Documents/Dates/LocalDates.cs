using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Worker.Documents.Dates;

/// <summary>
/// Brings dates of other calendars and scripts into the common form: digits of any script, the Thai years of the Buddha, the Japanese years
/// of an emperor, the two-word months of the Levant.
/// </summary>
internal static partial class LocalDates
{
    private const int YearsOfBuddha = 543;

    private static readonly (string Local, string Common)[] Months =
    [
        ("كانون الثاني", "يناير"), ("كانون الأول", "ديسمبر"), ("كانون الاول", "ديسمبر"), ("تشرين الأول", "أكتوبر"), ("تشرين الاول", "أكتوبر"), ("تشرين الثاني", "نوفمبر"),
    ];

    public static string InCommonForm(string text)
    {
        text = WithAsciiDigits(text);
        foreach (var (local, common) in Months)
            text = text.Replace(local, common, StringComparison.Ordinal);
        text = EmperorYear().Replace(text, year => $"{FirstYear(year.Groups[1].Value) + Number(year.Groups[2].Value)}\u5E74");
        return text.AsSpan().ContainsAnyInRange('\u0E00', '\u0E7F') ? BuddhaYear().Replace(text, year => $"{Number(year.Value) - YearsOfBuddha}") : text;
    }

    private static string WithAsciiDigits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
            digits.Append(char.IsAsciiDigit(c) || CharUnicodeInfo.GetDecimalDigitValue(c) is < 0 or > 9 ? c : (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
        return digits.ToString();
    }

    /// The year before the first of Reiwa, Heisei, Showa
    private static int FirstYear(string era) => era switch { "\u4EE4\u548C" => 2018, "\u5E73\u6210" => 1988, _ => 1925 };

    private static int Number(string digits) => digits is "\u5143" ? 1 : int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("(\u4EE4\u548C|\u5E73\u6210|\u662D\u548C)\\s?([0-9]{1,2}|\u5143)\u5E74", RegexOptions.CultureInvariant)]
    private static partial Regex EmperorYear();

    [GeneratedRegex("(?<![0-9])2[4-6][0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex BuddhaYear();
}
