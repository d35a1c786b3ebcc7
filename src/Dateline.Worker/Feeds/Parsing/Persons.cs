using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Reads a person as RSS writes one: <c>me@example.org (Name)</c>, <c>Name &lt;me@example.org&gt;</c>, or either alone.</summary>
internal static class Persons
{
    public static Person? Parse(string? text)
    {
        var trimmed = HtmlText.Plain(text?.Replace('<', '(').Replace('>', ')') ?? "").Trim();
        if (trimmed.Length == 0)
            return null;

        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
            return new Person(trimmed, null, null);
        var start = trimmed.LastIndexOfAny([' ', '(', ',', ';'], at) + 1;
        var end = trimmed.IndexOfAny([' ', ')', ',', ';'], at);
        end = end < 0 ? trimmed.Length : end;
        var email = trimmed[start..end];
        if (email.Length < 3 || start == at || end == at + 1)
            return new Person(trimmed, null, null);

        if (email.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            email = email[7..];
        var name = (trimmed[..start] + trimmed[end..]).Trim(' ', '(', ')', ',', ';', '"', '\'');
        return new Person(name.Length == 0 ? null : name, email, null);
    }
}
