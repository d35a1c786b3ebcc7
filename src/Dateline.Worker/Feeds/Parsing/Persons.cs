using System.Buffers;
using System.Text.RegularExpressions;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Reads a person as RSS writes one: <c>me@example.org (Name)</c>, <c>Name &lt;me@example.org&gt;</c>, or either alone.</summary>
internal static partial class Persons
{
    private static readonly SearchValues<char> Around = SearchValues.Create(" ()[]<>,;");

    public static Person? Parse(string? text)
    {
        text ??= "";
        // The brackets of an address are no markup
        var trimmed = HtmlText.Plain(text.Contains('<', StringComparison.Ordinal) ? BracketedAddress().Replace(text, "($1)") : text).Trim();
        if (trimmed.Length == 0)
            return null;

        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
            return new Person(trimmed.Replace("<>", "", StringComparison.Ordinal).Trim(), null, null);
        var start = trimmed.AsSpan(0, at).LastIndexOfAny(Around) + 1;
        var length = trimmed.AsSpan(at).IndexOfAny(Around);
        var end = length < 0 ? trimmed.Length : at + length;
        var email = trimmed[start..end];
        if (email.Length < 3 || start == at || end == at + 1)
            return new Person(trimmed, null, null);

        if (email.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            email = email[7..];
        var name = (trimmed[..start] + trimmed[end..]).Replace("()", "", StringComparison.Ordinal).Trim(' ', '[', ']', '<', '>', ',', ';', '"', '\'', '-', '\u2013', '|');
        if (name is ['(', .., ')'])
            name = name[1..^1];
        if (!name.Contains('(', StringComparison.Ordinal) || !name.Contains(')', StringComparison.Ordinal))
            name = name.Trim('(', ')', ' ');
        return new Person(name.Length == 0 ? null : name, email, null);
    }

    [GeneratedRegex(@"<([^<>\s]{1,256}@[^<>\s]{1,256})>", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedAddress();
}
