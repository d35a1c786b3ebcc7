using Dateline.Worker.Classification.Languages;

namespace Dateline.Worker.Classification.Watches;

/// <summary>
/// All terms of all rules, found in one pass over an article's words: a trie of the terms' first words, whole words and beginnings at its nodes. Only
/// words with a wildcard at another place than their end are compared one by one. Immutable once filled.
/// </summary>
internal sealed class WatchIndex
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<string[]> terms = [];
    private readonly List<Node> nodes = [new Node()];

    /// <summary>From a node and a letter to the next node: one table of open addresses, for the pass is made of such steps.</summary>
    private long[] keys = new long[64];
    private int[] targets = new int[64];
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
            NodeOf(words[0]).AddWhole(id);
        else if (wildcard == words[0].Length - 1 && words[0][wildcard] == '*')
            NodeOf(words[0].AsSpan(0, wildcard)).AddBeginning(id);
        else
            others.Add(id);
        return id;
    }

    /// <summary>A term was found, from one word's place to another's.</summary>
    public delegate void Found(int term, int first, int last);

    /// <summary>Calls back for every term at every place where it stands, with the places of its first and last word.</summary>
    public void Find(WatchWords words, Found found)
    {
        for (var at = 0; at < words.Count; at++)
        {
            for (var start = 0; start >= 0; start = JoinedWords.NextStart(words[at], start))
                Walk(words, at, start, found);
            foreach (var id in others)
                Check(words, at, id, false, found);
        }
    }

    /// <param name="start">Where in the word its first term may begin.</param>
    private void Walk(WatchWords words, int at, int start, Found found)
    {
        var node = 0;
        var word = words[at];
        for (var i = start; ; i++)
        {
            foreach (var id in nodes[node].Beginnings)
                Check(words, at, id, true, found);
            var isEnd = i == word.Length;
            if (nodes[node].Whole is { Length: > 0 } whole && (isEnd || JoinedWords.EndsAt(word, i)))
            {
                foreach (var id in whole)
                    Check(words, at, id, true, found);
            }

            node = isEnd ? -1 : Follow(node, word[i]);
            if (node < 0)
                return;
        }
    }

    /// <param name="isFirstKnown">The first word was matched on the way here.</param>
    private void Check(WatchWords words, int at, int id, bool isFirstKnown, Found found)
    {
        var term = terms[id];
        if (at + term.Length > words.Count)
            return;
        for (var i = isFirstKnown ? 1 : 0; i < term.Length; i++)
        {
            if (!MatchesJoined(term[i], words[at + i]))
                return;
        }

        found(id, at, at + term.Length - 1);
    }

    private static bool MatchesJoined(string pattern, ReadOnlySpan<char> word)
    {
        for (var start = 0; start >= 0; start = JoinedWords.NextStart(word, start))
        {
            if (Matches(pattern, word[start..]))
                return true;
        }

        return word[0] >= '\u1100' && word.StartsWith(pattern, StringComparison.Ordinal) && JoinedWords.EndsAt(word, pattern.Length);
    }

    /// <summary>Linear but for the last star, which is tried at every place: no pattern is exponential.</summary>
    private static bool Matches(string pattern, ReadOnlySpan<char> word)
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
            var next = Follow(node, c);
            if (next < 0)
            {
                next = nodes.Count;
                nodes.Add(new Node());
                if (nodes.Count * 2 > keys.Length)
                    Grow();
                Put(Edge(node, c), next);
            }

            node = next;
        }

        return nodes[node];
    }

    private int Follow(int node, char c)
    {
        var edge = Edge(node, c);
        for (var slot = Slot(edge); keys[slot] != 0; slot = (slot + 1) & (keys.Length - 1))
        {
            if (keys[slot] == edge)
                return targets[slot];
        }

        return -1;
    }

    private void Put(long edge, int target)
    {
        var slot = Slot(edge);
        while (keys[slot] != 0)
            slot = (slot + 1) & (keys.Length - 1);
        (keys[slot], targets[slot]) = (edge, target);
    }

    private void Grow()
    {
        var (oldKeys, oldTargets) = (keys, targets);
        (keys, targets) = (new long[oldKeys.Length * 2], new int[oldKeys.Length * 2]);
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldKeys[i] != 0)
                Put(oldKeys[i], oldTargets[i]);
        }
    }

    private int Slot(long edge) => (int)((ulong)edge * 0x9E3779B97F4A7C15UL >> 40) & (keys.Length - 1);

    /// <summary>Never 0.</summary>
    private static long Edge(int node, char c) => (((long)node + 1) << 16) | c;

    private sealed class Node
    {
        public int[] Whole { get; private set; } = [];

        public int[] Beginnings { get; private set; } = [];

        public void AddWhole(int id) => Whole = [.. Whole, id];

        public void AddBeginning(int id) => Beginnings = [.. Beginnings, id];
    }
}
