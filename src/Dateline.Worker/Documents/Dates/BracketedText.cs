using System.Text;

namespace Dateline.Worker.Documents.Dates;

/// <summary>
/// What stands in brackets within a date: comments of RFC 5322, which nest, names of weekdays, the zone of java.time. A zone is kept, all
/// else falls away.
/// </summary>
internal static class BracketedText
{
    public static string LeftOut(ReadOnlySpan<char> text)
    {
        var kept = new StringBuilder(text.Length);
        var (depth, start) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '(' or '[' && depth++ == 0)
            {
                kept.Append(text[start..at]).Append(' ');
                start = at + 1;
            }
            else if (text[at] is ')' or ']' && depth > 0 && --depth == 0)
            {
                if (IsZone(text[start..at]))
                    kept.Append(text[start..at].Trim()).Append(' ');
                start = at + 1;
            }
        }

        return (depth == 0 ? kept.Append(text[start..]) : kept).ToString().Trim();
    }

    /// One letter in brackets is a day of the week
    private static bool IsZone(ReadOnlySpan<char> text) => text.Length > 1 && (DateZones.Parse(text) is not null || ZoneRegions.Find(text.Trim()) is not null);
}
