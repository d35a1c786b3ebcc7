using System.Text;
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

    /// <summary>Names without a prefix are of that vocabulary from here on, whatever was declared: a feed whose root names a namespace that is none of feeds.</summary>
    public void AssumeDefault(Vocabulary vocabulary)
    {
        if (defaultAt >= 0)
            declarations[defaultAt] = declarations[defaultAt] with { Vocabulary = vocabulary };
    }

    /// <summary>Takes in the declarations of the start tag that the reader stands on.</summary>
    public void Enter(int depth, ForgivingXml xml)
    {
        foreach (var attribute in xml.Attributes)
        {
            var name = xml.NameOf(attribute);
            if (!name.StartsWith("xmlns"u8) || name.Length > 5 && name[5] != ':' || declarations.Count >= MaxDeclarations)
                continue;
            var prefix = name.Length > 6 ? name[6..].ToArray() : [];
            var vocabulary = Vocabularies.OfNamespace(xml.RawValue(attribute));
            if (vocabulary == Vocabulary.Other && prefix.Length > 0)
                vocabulary = Vocabularies.OfUsualPrefix(prefix);
            declarations.Add(new(depth, prefix, vocabulary, defaultAt));
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

        foreach (var declaration in declarations)
        {
            if (Ascii.EqualsIgnoreCase(prefix, declaration.Prefix))
                return declaration.Vocabulary;
        }

        if (!prefix.SequenceEqual("xml"u8))
            problems.Broken("undeclared_prefix", "A prefix is used without being declared.");
        return Vocabularies.OfUsualPrefix(prefix);
    }

    private readonly record struct Declaration(int Depth, byte[] Prefix, Vocabulary Vocabulary, int DefaultBefore);
}
