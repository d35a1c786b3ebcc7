using System.Globalization;

namespace Dateline.Worker.Feeds.Push;

/// <summary>What strangers wrote, fit for a line of the log: no control or formatting characters, not long.</summary>
internal static class HubWords
{
    private const int Longest = 200;

    public static string Line(string? text)
    {
        var plain = string.Concat((text ?? "").Take(Longest * 2).Select(c => Hides(c) ? ' ' : c));
        var line = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..Longest] + "...";
    }

    private static bool Hides(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
}
