namespace Dateline.Worker.Classification.Topics;

/// <summary>Terms of one or more words; the last word may be a stem, written with <c>*</c>.</summary>
internal sealed class WordTrie<T>
{
    private readonly Node root = new();
    private readonly BeginningTable wholes = new(), stems = new(), phrases = new();
    private int longestStem;

    public void Add(string term, bool splitAtApostrophe, T value)
    {
        var words = Words(term, splitAtApostrophe);
        if (words.Length == 0)
            return;

        var node = root;
        foreach (var word in words[..^1])
            node = node.Next(word);
        (words.Length > 1 ? phrases : term.EndsWith('*') ? stems : wholes).Add(words[0]);
        if (term.EndsWith('*'))
        {
            longestStem = Math.Max(longestStem, words[^1].Length);
            Append(node.Stems ??= new(StringComparer.Ordinal), words[^1], value);
        }
        else
        {
            Append(node.Whole ??= new(StringComparer.Ordinal), words[^1], value);
        }
    }

    /// <summary>A term was found: its value, its first word and how many words it has.</summary>
    public delegate void Found(T value, int word, int count);

    /// <summary>Every term that stands in the words, at every place where it does.</summary>
    public void Match(in WordBuffer words, Found found)
    {
        for (var i = 0; i < words.Count; i++)
        {
            MatchWordAt(words, i, found);
            MatchPhrasesAt(words, i, found);
        }
    }

    /// <summary>The terms of one word that stand at a place.</summary>
    public void MatchWordAt(in WordBuffer words, int at, Found found)
    {
        // most words of a text begin as nothing in a lexicon does
        var word = words[at];
        if (wholes.Has(word))
            ReportWhole(root, word, at, 1, found);
        if (stems.Lengths(word) is > 0 and var lengths)
            ReportStem(root, word, lengths, at, 1, found);
    }

    /// <summary>The terms of more words that begin at a place.</summary>
    public void MatchPhrasesAt(in WordBuffer words, int first, Found found)
    {
        if (!phrases.Has(words[first]))
            return;
        var node = root.Find(words[first]);
        for (var at = first + 1; node is not null && at < words.Count; at++)
        {
            ReportWhole(node, words[at], first, at - first + 1, found);
            ReportStem(node, words[at], ulong.MaxValue, first, at - first + 1, found);
            node = node.Find(words[at]);
        }
    }

    /// <summary>Whether terms of more words begin with a word.</summary>
    public bool BeginsPhrases(ReadOnlySpan<char> word) => root.Find(word) is not null;

    private static void ReportWhole(Node node, ReadOnlySpan<char> word, int first, int count, Found found)
    {
        if (node.Whole is { } whole && whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var values))
            Call(values, first, count, found);
    }

    /// <summary>The longest stem speaks for the word; <paramref name="lengths"/> has a bit for each that there may be.</summary>
    private void ReportStem(Node node, ReadOnlySpan<char> word, ulong lengths, int first, int count, Found found)
    {
        if (node.Stems is not { } known)
            return;

        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, longestStem); length > 0; length--)
        {
            if (!BeginningTable.Has(lengths, length) || !lookup.TryGetValue(word[..length], out var values))
                continue;
            Call(values, first, count, found);
            return;
        }
    }

    private static void Call(T[] values, int first, int count, Found found)
    {
        foreach (var value in values)
            found(value, first, count);
    }

    private static void Append(Dictionary<string, T[]> terms, string word, T value) =>
        terms[word] = terms.TryGetValue(word, out var values) ? [.. values, value] : [value];

    private static string[] Words(string term, bool splitAtApostrophe)
    {
        var buffer = new WordBuffer(new char[term.Length], new int[term.Length]);
        buffer.Add(term, splitAtApostrophe);
        var words = new string[buffer.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = buffer[i].ToString();
        return words;
    }

    private sealed class Node
    {
        private Dictionary<string, Node>? next;

        public Dictionary<string, T[]>? Whole { get; set; }

        public Dictionary<string, T[]>? Stems { get; set; }

        public Node Next(string word)
        {
            next ??= new(StringComparer.Ordinal);
            if (!next.TryGetValue(word, out var node))
                next[word] = node = new Node();
            return node;
        }

        public Node? Find(ReadOnlySpan<char> word) =>
            next is not null && next.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var node) ? node : null;
    }
}
