namespace Dateline.Worker.Classification.Watches;

/// <summary>Parts a rule into tokens. Operators are in capitals: <c>and</c> is a word.</summary>
internal sealed class WatchLexer(string text, int line, int column)
{
    private const int DefaultDistance = 10;

    private readonly List<WatchToken> tokens = [];
    private int at, line = line, column = column;

    /// <exception cref="WatchSyntaxException">A quotation mark is not closed, or a character has no meaning here.</exception>
    public IReadOnlyList<WatchToken> Read()
    {
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '(':
                    Add(WatchTokenKind.Open, 1);
                    break;
                case ')':
                    Add(WatchTokenKind.Close, 1);
                    break;
                case '"' or '“' or '”' or '„' or '«':
                    Phrase();
                    break;
                case '^':
                    Weight();
                    break;
                case var c when char.IsWhiteSpace(c):
                    Step(1);
                    break;
                default:
                    Word();
                    break;
            }
        }

        tokens.Add(new WatchToken(WatchTokenKind.End, "", line, column));
        return tokens;
    }

    private void Phrase()
    {
        var end = text.IndexOfAny(['"', '“', '”', '»'], at + 1);
        if (end < 0)
            throw new WatchSyntaxException(line, column, "this quotation mark is not closed");
        Add(WatchTokenKind.Phrase, end + 1 - at, text[(at + 1)..end]);
    }

    private void Weight()
    {
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '-' or '+'))
            end++;
        Add(WatchTokenKind.Weight, end - at, text[(at + 1)..end]);
    }

    private void Word()
    {
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')' or '"' or '^' or ':'))
            end++;
        var word = text[at..end];
        if (end < text.Length && text[end] == ':')
        {
            Add(WatchTokenKind.Field, end + 1 - at, word);
            return;
        }

        var (kind, value) = word switch
        {
            "AND" => (WatchTokenKind.And, word),
            "OR" => (WatchTokenKind.Or, word),
            "NOT" => (WatchTokenKind.Not, word),
            "ATLEAST" => (WatchTokenKind.AtLeast, word),
            "NEAR" => (WatchTokenKind.Near, $"{DefaultDistance}"),
            _ when word.StartsWith("NEAR/", StringComparison.Ordinal) => (WatchTokenKind.Near, word[5..]),
            _ => (WatchTokenKind.Word, word),
        };
        Add(kind, word.Length, value);
    }

    private void Add(WatchTokenKind kind, int length, string? value = null)
    {
        tokens.Add(new WatchToken(kind, value ?? text.Substring(at, length), line, column));
        Step(length);
    }

    private void Step(int length)
    {
        for (var end = at + length; at < end; at++)
            (line, column) = text[at] == '\n' ? (line + 1, 1) : (line, column + 1);
    }
}
