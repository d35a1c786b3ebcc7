using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>What the reader stands on.</summary>
internal enum XmlToken { None, Start, End, Text }

/// <summary>
/// Reads XML forwards in one pass over the text, well-formed or not. Where a strict parser stops, it repairs and notes the
/// problem: end tags that are missing are supplied, those that match nothing are dropped. It never throws, takes no
/// memory beyond the open elements and the text asked for, and follows no DTD. Names compare in lower case.
/// </summary>
internal sealed partial class ForgivingXml : IDisposable
{
    /// <summary>Elements deeper than this are passed over, with their text kept by the one that holds them.</summary>
    public const int MaxDepth = 256;

    private readonly char[] text;
    private readonly int end;
    private readonly ProblemLog problems;
    private Element[] open = new Element[16];
    private int openCount;
    private readonly List<Scope> scopes = [];
    private readonly XmlNamespaces namespaces;
    private readonly HashSet<string> exhausted = [];
    private readonly char[] name = new char[64];
    private int nameLength;
    private int position;
    private int tooDeep;
    private bool selfClosed;
    private bool rootClosed;

    private readonly string? documentBase;

    public ForgivingXml(string text, string? documentBase, ProblemLog problems)
        : this(text.ToCharArray(), text.Length, documentBase, problems)
    {
    }

    /// <summary>Reads a document out of a buffer, which must stay as it is until the end.</summary>
    public ForgivingXml(TextBuffer document, string? documentBase, ProblemLog problems)
        : this(document.Characters, document.Length, documentBase, problems)
    {
    }

    private ForgivingXml(char[] text, int length, string? documentBase, ProblemLog problems)
    {
        (this.text, end) = (text, length);
        this.documentBase = documentBase;
        this.problems = problems;
        namespaces = new XmlNamespaces(problems);
        entities = new XmlEntities(problems, text.AsSpan(0, length).ContainsAnyInRange('\uFFFE', '\uFFFF'));
        SkipToMarkup();
    }

    public XmlToken Token { get; private set; }

    /// <summary>How many elements are open; the root's own depth is 1.</summary>
    public int Depth => openCount;

    public Vocabulary Vocabulary { get; private set; }

    /// <summary>The local name in lower case, after a start tag.</summary>
    public ReadOnlySpan<char> Name => name.AsSpan(0, nameLength);

    /// <summary>xml:base as inherited by the innermost open element.</summary>
    public string? Base => scopes.Count == 0 ? documentBase : scopes[^1].Base;

    /// <summary>xml:lang as inherited by the innermost open element; empty when it was unset.</summary>
    public string? Language => scopes.Count == 0 ? null : scopes[^1].Language;

    /// <summary>Goes to the next start tag, end tag or text; false at the end of the document.</summary>
    public bool Read()
    {
        if (selfClosed)
        {
            selfClosed = false;
            Pop();
            Token = XmlToken.End;
            return true;
        }

        while (position < end)
        {
            if (text[position] != '<')
            {
                if (ReadCharacters())
                    return true;
            }
            else if (ReadMarkupAt(position))
            {
                return true;
            }
        }

        FinishDocument();
        return false;
    }

    /// <summary>Goes to the next child of the element at <paramref name="depth"/>; false when that element has ended.</summary>
    public bool NextChild(int depth)
    {
        while (openCount >= depth && Read())
        {
            if (openCount < depth)
                return false;
            if (Token == XmlToken.Start && openCount == depth + 1)
                return true;
        }

        return false;
    }

    private bool ReadMarkupAt(int at)
    {
        var rest = From(at);
        if (rest.Length < 2)
            return LoneBracket(at);
        switch (rest[1])
        {
            case '/':
                return ReadEndTag(at);
            case '?':
                return PassOver(at, "?>", "unclosed_instruction");
            case '!' when rest.StartsWith("<!--"):
                return PassOver(at, "-->", "unclosed_comment");
            case '!' when rest.StartsWith("<![CDATA["):
                return ReadCharacterData(at);
            case '!' when rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase):
                position = at + entities.ReadDocumentType(rest);
                return false;
            case '!' when openCount == 0:
                return PassOver(at, ">", "unclosed_declaration");
            case var first when char.IsAsciiLetter(first) || first is '_' or ':' || first > 0x7F && char.IsLetter(first):
                return ReadStartTag(at);
            default:
                return LoneBracket(at);
        }
    }

    /// A bracket that opens nothing is text
    private bool LoneBracket(int at)
    {
        problems.Broken("bare_bracket", "A < stands in text without being escaped.");
        position = at + 1;
        textIsPlain = true;
        return SetText(at, at + 1, literal: true);
    }

    private bool PassOver(int at, string closing, string problem)
    {
        // What was not found once is not searched again: a document of unclosed comments would take quadratic time
        var found = exhausted.Contains(closing) ? -1 : Find(closing, at + 2);
        if (found >= 0)
        {
            position = found + closing.Length;
            return false;
        }

        exhausted.Add(closing);
        problems.Broken(problem, $"No {closing} follows.");
        var bracket = Find(">", at);
        position = bracket < 0 ? end : bracket + 1;
        return false;
    }

    private ReadOnlySpan<char> From(int start) => text.AsSpan(start, end - start);

    private int Find(string wanted, int from)
    {
        var found = from > end ? -1 : From(from).IndexOf(wanted);
        return found < 0 ? -1 : from + found;
    }

    /// Junk before the first tag is not the document's
    private void SkipToMarkup()
    {
        var first = From(0).IndexOf('<');
        if (first < 0)
        {
            position = end;
            return;
        }

        var leading = text.AsSpan(0, first);
        if (!leading.IsWhiteSpace())
            problems.Broken("leading_junk", "Text stands before the document.");
        else if (first > 0 && From(first).StartsWith("<?xml "))
            problems.Broken("leading_space", "Space stands before the XML declaration.");
        position = first;
    }

    private void FinishDocument()
    {
        Token = XmlToken.None;
        if (openCount == 0)
            return;
        problems.Broken("truncated_document", "The document ends before its elements do.");
        openCount = 0;
        scopes.Clear();
        namespaces.LeaveAll();
    }

    private void Pop()
    {
        namespaces.Leave(openCount);
        if (scopes.Count > 0 && scopes[^1].Depth == openCount)
            scopes.RemoveAt(scopes.Count - 1);
        openCount--;
        rootClosed |= openCount == 0;
    }

    private readonly record struct Element(int NameStart, int NameLength, Vocabulary Vocabulary);

    /// The base and the language from an element that names one down to what is in it
    private readonly record struct Scope(int Depth, string? Base, string? Language);
}
