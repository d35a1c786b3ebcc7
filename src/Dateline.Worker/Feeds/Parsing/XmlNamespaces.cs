using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>The namespace declarations in force.</summary>
internal sealed class XmlNamespaces(ProblemLog problems)
{
    /// A document that declares more is hostile; the rest are passed over
    private const int MaxDeclarations = 512;

    private readonly List<Declaration> declarations = [];
    private int defaultAt = -1;

    /// <summary>The vocabulary of names without a prefix.</summary>
    public Vocabulary Default => defaultAt < 0 ? Vocabulary.Core : declarations[defaultAt].Vocabulary;

    /// <summary>Takes in the declarations of the start tag that the reader stands on.</summary>
    public void Enter(int depth, ForgivingXml xml)
    {
        foreach (var attribute in xml.Attributes)
        {
            var name = xml.NameOf(attribute);
            if (!name.StartsWith("xmlns"u8) || name.Length > 5 && name[5] != ':' || declarations.Count >= MaxDeclarations)
                continue;
            var prefix = name.Length > 6 ? name[6..].ToArray() : [];
            declarations.Add(new(depth, prefix, Vocabularies.OfNamespace(xml.RawValue(attribute)), defaultAt));
            if (prefix.Length == 0)
                defaultAt = declarations.Count - 1;
        }
    }

    public void Leave(int depth)
    {
        while (declarations.Count > 0 && declarations[^1].Depth >= depth)
        {
            defaultAt = declarations[^1].DefaultBefore;
            declarations.RemoveAt(declarations.Count - 1);
        }
    }

    public void LeaveAll() => Leave(0);

    public Vocabulary OfPrefix(ReadOnlySpan<byte> prefix)
    {
        for (var index = declarations.Count - 1; index >= 0; index--)
        {
            if (prefix.SequenceEqual(declarations[index].Prefix))
                return declarations[index].Vocabulary;
        }

        if (!prefix.SequenceEqual("xml"u8))
            problems.Broken("undeclared_prefix", "A prefix is used without being declared.");
        return Vocabularies.OfUndeclaredPrefix(prefix);
    }

    private readonly record struct Declaration(int Depth, byte[] Prefix, Vocabulary Vocabulary, int DefaultBefore);
}
