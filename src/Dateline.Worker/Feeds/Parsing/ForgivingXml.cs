using System.Runtime.InteropServices;
using System.Text;
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

    private readonly byte[] text;
    private readonly int end;
    private readonly ProblemLog problems;
    private Element[] open = new Element[16];
    private int openCount;
    private readonly List<Scope> scopes = [];
    private readonly XmlNamespaces namespaces;
    private readonly KnownWords words = new();
    private int position;
    private int firstMarkup;
    private int tooDeep;
    private bool selfClosed;
    private bool rootClosed;

    private readonly string? documentBase;

    public ForgivingXml(string text, string? documentBase, ProblemLog problems)
        : this(Encoding.UTF8.GetBytes(text), documentBase, problems)
    {
    }

    /// <param name="document">Valid UTF-8, which must stay as it is until the end.</param>
    /// <param name="documentBase">What relative addresses are meant against.</param>
    /// <param name="problems">Told what is repaired.</param>
    /// <param name="mayHoldNonCharacters">False where it is known that the document holds no U+FFFE and U+FFFF.</param>
    public ForgivingXml(ReadOnlyMemory<byte> document, string? documentBase, ProblemLog problems, bool mayHoldNonCharacters = true)
    {
        (text, position, end) = Bytes(document);
        this.documentBase = documentBase;
        this.problems = problems;
        namespaces = new XmlNamespaces(problems);
        entities = new XmlEntities(problems, mayHoldNonCharacters && XmlEntities.HoldsNonCharacters(document.Span));
        SkipToMarkup();
    }

    private static (byte[] Text, int Start, int End) Bytes(ReadOnlyMemory<byte> document)
    {
        var segment = MemoryMarshal.TryGetArray(document, out var array) ? array : new ArraySegment<byte>(document.ToArray());
        return (segment.Array ?? [], segment.Offset, segment.Offset + segment.Count);
    }

    public XmlToken Token { get; private set; }

    /// <summary>Whether the document ended within an element.</summary>
    public bool IsCut { get; private set; }

    /// <summary>How many elements are open; the root's own depth is 1.</summary>
    public int Depth => openCount;

    public Vocabulary Vocabulary { get; private set; }

    /// <summary>xml:base as inherited by the innermost open element.</summary>
    public string? Base => scopes.Count == 0 ? documentBase : scopes[^1].Base;

    /// <summary>xml:lang as inherited by the innermost open element; empty when it was unset.</summary>
    public string? Language => scopes.Count == 0 ? null : scopes[^1].Language;

    /// <summary>The vocabulary of names without a prefix.</summary>
    public Vocabulary DefaultVocabulary => namespaces.Default;

    /// <summary>Reads the names without a prefix as of that vocabulary.</summary>
    public void AssumeDefault(Vocabulary vocabulary)
    {
        if (namespaces.Default == vocabulary)
            return;
        problems.Note("foreign_namespace", "The document's default namespace is none of its format.");
        namespaces.AssumeDefault(vocabulary);
    }

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
            if (text[position] != '<' ? ReadCharacters() : IsPlainStart(position) ? ReadStartTag(position) : ReadMarkupAt(position))
                return true;
        }

        FinishDocument();
        return false;
    }

    /// <summary>Goes to the next child of the element at <paramref name="depth"/>; false when that element has ended.</summary>
    public bool NextChild(int depth)
    {
        while (openCount >= depth)
        {
            if (!selfClosed)
                PassText();
            if (!Read() || openCount < depth)
                return false;
            if (Token == XmlToken.Start && openCount == depth + 1)
                return true;
        }

        return false;
    }

    /// Between the children of an element there is mostly space
    private void PassText()
    {
        if (position >= end || text[position] == '<')
            return;
        var tag = From(position).IndexOf((byte)'<');
        position = tag < 0 ? end : position + tag;
    }

    private bool IsPlainStart(int at) => at + 1 < end && char.IsAsciiLetter((char)text[at + 1]);

    private bool ReadMarkupAt(int at)
    {
        var rest = From(at);
        if (rest.Length < 2)
            return LoneBracket(at);
        switch ((char)rest[1])
        {
            case '/':
                return ReadEndTag(at);
            case '?':
                if (at > firstMarkup && rest.StartsWith("<?xml "u8))
                    problems.Broken("misplaced_declaration", "An XML declaration stands within the document.");
                return PassOver(at, "?>"u8, ref instructionEnd, "unclosed_instruction");
            case '!' when rest.StartsWith("<!--"u8):
                return PassOver(at, "-->"u8, ref commentEnd, "unclosed_comment");
            case '!' when rest.StartsWith("<![CDATA["u8):
                return ReadCharacterData(at);
            case '!' when rest.Length >= 9 && Ascii.EqualsIgnoreCase(rest[..9], "<!DOCTYPE"u8):
                position = at + entities.ReadDocumentType(rest);
                return false;
            case '!' when openCount == 0:
                return PassOver(at, ">"u8, ref declarationEnd, "unclosed_declaration");
            case var first when char.IsAsciiLetter(first) || first is '_' or ':' || first > 0x7F && Utf8Characters.StartsWithLetter(rest[1..]):
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
        return SetText(at, at + 1, literal: true);
    }

    private ReadOnlySpan<byte> From(int start) => text.AsSpan(start, end - start);

    private int Find(ReadOnlySpan<byte> wanted, int from)
    {
        var found = from > end ? -1 : From(from).IndexOf(wanted);
        return found < 0 ? -1 : from + found;
    }

    /// Junk before the first tag is not the document's
    private void SkipToMarkup()
    {
        var leading = From(position).IndexOf((byte)'<');
        if (leading < 0)
        {
            position = end;
            return;
        }

        var first = position + leading;
        if (!Utf8Characters.IsWhiteSpace(text.AsSpan(position, leading)))
            problems.Broken("leading_junk", "Text stands before the document.");
        else if (leading > 0 && From(first).StartsWith("<?xml "u8))
            problems.Broken("leading_space", "Space stands before the XML declaration.");
        position = firstMarkup = first;
    }

    private void FinishDocument()
    {
        Token = XmlToken.None;
        if (openCount == 0)
            return;
        problems.Broken("truncated_document", "The document ends before its elements do.");
        IsCut = true;
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
