namespace Dateline.Worker.Classification.Watches;

/// <summary>
/// All terms of all rules, found in one pass over an article's words: a trie of the terms' first words, whole words and beginnings at its nodes. Only
/// words with a wildcard at another place than their end are compared one by one. Immutable once filled.
/// </summary>
internal sealed class WatchIndex
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<string[]> terms = [];
    private readonly Dictionary<long, int> edges = [];
    private readonly List<Node> nodes = [new Node()];
    private readonly List<int> others = [];

    public int Count => terms.Count;

    /// <param name="term">Words as <see cref="WatchWords.Pattern"/> gives them, parted by spaces.</param>
    /// <returns>The same id for the same term.</returns>
    public int Add(string term)
    {
        if (ids.TryGetValue(term, out var id))
            return id;
        id = ids[term] = terms.Count;
        var words = term.Split(' ');
        terms.Add(words);
        var wildcard = words[0].AsSpan().IndexOfAny('*', '?');
        if (wildcard < 0)
            NodeOf(words[0]).Whole.Add(id);
        else if (wildcard == words[0].Length - 1 && words[0][wildcard] == '*')
            NodeOf(words[0].AsSpan(0, wildcard)).Beginnings.Add(id);
        else
            others.Add(id);
        return id;
    }

    public int IdOf(string term) => ids[term];

    /// <summary>Calls back for every term at every place where it stands, with the places of its first and last word.</summary>
    public void Find(IReadOnlyList<string> words, Action<int, int, int> found)
    {
        for (var at = 0; at < words.Count; at++)
        {
            Walk(words, at, found);
            foreach (var id in others)
                Check(words, at, id, found);
        }
    }

    private void Walk(IReadOnlyList<string> words, int at, Action<int, int, int> found)
    {
        var (node, word) = (0, words[at]);
        for (var i = 0; ; i++)
        {
            foreach (var id in nodes[node].Beginnings)
                Check(words, at, id, found);
            if (i == word.Length)
                break;
            if (!edges.TryGetValue(Edge(node, word[i]), out node))
                return;
        }

        foreach (var id in nodes[node].Whole)
            Check(words, at, id, found);
    }

    private void Check(IReadOnlyList<string> words, int at, int id, Action<int, int, int> found)
    {
        var term = terms[id];
        if (at + term.Length > words.Count)
            return;
        for (var i = 0; i < term.Length; i++)
        {
            if (!Matches(term[i], words[at + i]))
                return;
        }

        found(id, at, at + term.Length - 1);
    }

    /// <summary>Linear but for the last star, which is tried at every place: no pattern is exponential.</summary>
    private static bool Matches(string pattern, string word)
    {
        int p = 0, w = 0, star = -1, retry = 0;
        while (w < word.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, retry) = (p++, w);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == word[w]))
                (p, w) = (p + 1, w + 1);
            else if (star >= 0)
                (p, w) = (star + 1, ++retry);
            else
                return false;
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    private Node NodeOf(ReadOnlySpan<char> word)
    {
        var node = 0;
        foreach (var c in word)
        {
            if (!edges.TryGetValue(Edge(node, c), out var next))
            {
                next = edges[Edge(node, c)] = nodes.Count;
                nodes.Add(new Node());
            }

            node = next;
        }

        return nodes[node];
    }

    private static long Edge(int node, char c) => ((long)node << 16) | c;

    private sealed class Node
    {
        private List<int>? whole, beginnings;

        public List<int> Whole => whole ??= [];

        public List<int> Beginnings => beginnings ??= [];
    }
}
