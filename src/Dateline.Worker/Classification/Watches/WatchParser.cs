using System.Globalization;

namespace Dateline.Worker.Classification.Watches;

/// <summary>
/// The grammar, loosest first: <c>OR</c>; <c>AND</c>, which may be left out; <c>NOT</c>; <c>NEAR/n</c>; words, "phrases", <c>field:word</c>,
/// parentheses and <c>ATLEAST threshold (word^weight ...)</c>.
/// </summary>
internal sealed class WatchParser(IReadOnlyList<WatchToken> tokens)
{
    private const int Deepest = 50;
    private const int Farthest = 1_000;

    private int at, depth;

    private WatchToken Next => tokens[at];

    /// <exception cref="WatchSyntaxException">It is no rule; the message says what is wrong at the place.</exception>
    public WatchNode Read()
    {
        var node = Or();
        return Next.Kind switch
        {
            WatchTokenKind.End => node,
            WatchTokenKind.Close => throw Wrong("there is no parenthesis to close here"),
            WatchTokenKind.Weight => throw Wrong("a weight belongs into ATLEAST"),
            _ => throw Wrong($"{Next.Text} cannot stand here"),
        };
    }

    private WatchNode Or()
    {
        if (++depth > Deepest)
            throw Wrong($"more than {Deepest} parentheses in each other");
        var parts = new List<WatchNode> { And() };
        while (Take(WatchTokenKind.Or))
            parts.Add(And());
        depth--;
        return parts.Count == 1 ? parts[0] : new WatchNode.Or(parts);
    }

    private WatchNode And()
    {
        var parts = new List<WatchNode> { Not() };
        while (Take(WatchTokenKind.And) || StartsPart(Next.Kind))
            parts.Add(Not());
        return parts.Count == 1 ? parts[0] : new WatchNode.And(parts);
    }

    private WatchNode Not()
    {
        var isNegated = false;
        while (Take(WatchTokenKind.Not))
            isNegated = !isNegated;
        var part = Near();
        return isNegated ? new WatchNode.Not(part) : part;
    }

    private WatchNode Near()
    {
        var first = Next;
        var parts = new List<WatchNode> { Part() };
        var words = 0;
        while (Next.Kind == WatchTokenKind.Near)
        {
            words = Distance();
            CheckNear(parts[^1], first);
            first = Next;
            parts.Add(Part());
        }

        if (parts.Count == 1)
            return parts[0];
        CheckNear(parts[^1], first);
        return new WatchNode.Near(parts, words);
    }

    private WatchNode Part()
    {
        var token = Next;
        at++;
        switch (token.Kind)
        {
            case WatchTokenKind.Word or WatchTokenKind.Phrase:
                return Term(token, WatchField.Anywhere);
            case WatchTokenKind.Field:
                return Field(token);
            case WatchTokenKind.AtLeast:
                return AtLeast();
            case WatchTokenKind.Open:
                var inner = Or();
                if (!Take(WatchTokenKind.Close))
                    throw Wrong(token, "this parenthesis is not closed");
                return inner;
            case WatchTokenKind.End:
                throw Wrong(token, "something is missing at the end");
            default:
                throw Wrong(token, $"a word, a phrase or a parenthesis is missing before {(token.Kind == WatchTokenKind.Near ? "NEAR" : token.Text)}");
        }
    }

    private WatchNode Field(WatchToken field)
    {
        var value = Next;
        if (value.Kind is not (WatchTokenKind.Word or WatchTokenKind.Phrase))
            throw Wrong($"{field.Text}: is followed by no word or phrase");
        at++;
        return field.Text switch
        {
            "title" => Term(value, WatchField.Title),
            "text" => Term(value, WatchField.Text),
            _ => WatchTags.Read(field.Text, value.Text, out var problem) ?? throw Wrong(problem is null ? field : value, problem ?? $"{field.Text}: is none of {WatchTags.Names}"),
        };
    }

    private WatchNode.AtLeast AtLeast()
    {
        var token = Next;
        if (!Take(WatchTokenKind.Word) || !double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var threshold) || !(threshold > 0))
            throw Wrong(token, "ATLEAST needs a number above 0");
        var open = Next;
        if (!Take(WatchTokenKind.Open))
            throw Wrong("ATLEAST needs its parts in parentheses: ATLEAST 5 (bomb^3 blast^2)");
        var parts = new List<(WatchNode, double)>();
        while (!Take(WatchTokenKind.Close))
        {
            if (Next.Kind == WatchTokenKind.End)
                throw Wrong(open, "this parenthesis is not closed");
            var part = Part();
            parts.Add((part, Next.Kind == WatchTokenKind.Weight ? Weight() : 1));
        }

        return parts.Count > 0 ? new WatchNode.AtLeast(threshold, parts) : throw Wrong(open, "there is nothing in these parentheses");
    }

    private double Weight()
    {
        var token = Next;
        at++;
        return double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && Math.Abs(weight) < 1e6
            ? weight
            : throw Wrong(token, $"\"{token.Text}\" is no weight, such as ^2 or ^-0.5");
    }

    private int Distance()
    {
        var token = Next;
        at++;
        return int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var words) && words is > 0 and <= Farthest
            ? words
            : throw Wrong(token, $"NEAR/{token.Text}: the distance is 1 to {Farthest} words");
    }

    private static WatchNode.Term Term(WatchToken token, WatchField field)
    {
        var words = WatchWords.Pattern(token.Text);
        if (words.Count == 0)
            throw Wrong(token, "there is no letter or digit in it");
        return words.Exists(word => word.All(c => c is '*' or '?'))
            ? throw Wrong(token, "a word of wildcards alone stands for anything")
            : new WatchNode.Term(string.Join(' ', words), field);
    }

    private static void CheckNear(WatchNode node, WatchToken token)
    {
        if (node is not (WatchNode.Term or WatchNode.Near) && !(node is WatchNode.Or or && or.Parts.All(part => part is WatchNode.Term)))
            throw Wrong(token, "NEAR joins words and phrases, or several of them joined by OR");
    }

    private static bool StartsPart(WatchTokenKind kind) => kind is WatchTokenKind.Word or WatchTokenKind.Phrase or WatchTokenKind.Field
        or WatchTokenKind.Open or WatchTokenKind.Not or WatchTokenKind.AtLeast;

    private bool Take(WatchTokenKind kind)
    {
        if (Next.Kind != kind)
            return false;
        at++;
        return true;
    }

    private WatchSyntaxException Wrong(string message) => Wrong(Next, message);

    private static WatchSyntaxException Wrong(WatchToken token, string message) => new(token.Line, token.Column, message);
}
