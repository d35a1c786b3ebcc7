namespace Dateline.Worker.Classification.Topics;

/// <summary>One line of a lexicon: <c>*</c> at the end of the term stands for any ending, a space parts the words of a phrase.</summary>
internal readonly record struct LexiconTerm(int Topic, string Term, int Weight);

/// <summary>
/// A language's topic terms, looked up word by word: whole words, stems and phrases; for languages that do not part words
/// (Chinese, Japanese) the term is found anywhere in the text. Immutable.
/// </summary>
internal sealed class TopicLexicon
{
    private readonly WordTrie<LexiconTerm> terms = new();
    private readonly SubstringIndex<LexiconTerm>? substrings;
    private readonly bool splitAtApostrophe;

    public TopicLexicon(string language, IEnumerable<LexiconTerm> entries)
    {
        splitAtApostrophe = language != "en";
        if (language is "zh" or "ja")
        {
            substrings = new SubstringIndex<LexiconTerm>(entries.Select(entry => (entry.Term, entry)));
            return;
        }

        foreach (var entry in entries)
            terms.Add(entry.Term, splitAtApostrophe, entry);
    }

    /// <summary>Whether the language parts its words; else a term is found anywhere.</summary>
    public bool HasWords => substrings is null;

    /// <summary>Adds a text's words as the terms are parted.</summary>
    public void Split(ReadOnlySpan<char> text, ref WordBuffer words) => words.Add(text, splitAtApostrophe);

    /// <summary>Calls back for every term in the words of a text.</summary>
    public void Match(in WordBuffer words, WordTrie<LexiconTerm>.Found found) => terms.Match(words, found);

    /// <summary>Calls back for the terms of one word that stand at a place.</summary>
    public void MatchWordAt(in WordBuffer words, int at, WordTrie<LexiconTerm>.Found found) => terms.MatchWordAt(words, at, found);

    /// <summary>Calls back for the terms of more words that begin at a place.</summary>
    public void MatchPhrasesAt(in WordBuffer words, int at, WordTrie<LexiconTerm>.Found found) => terms.MatchPhrasesAt(words, at, found);

    /// <summary>Whether terms of more words begin with a word.</summary>
    public bool BeginsPhrases(string word) => terms.BeginsPhrases(word);

    /// <summary>Calls back for every term in a text of a language that does not part words.</summary>
    public void Match(ReadOnlySpan<char> text, SubstringIndex<LexiconTerm>.Found found) => substrings?.Match(text, found);

    /// <summary>Calls back for every term in a text, once for each time it stands there; for a text now and then.</summary>
    public void Match(ReadOnlySpan<char> text, Action<LexiconTerm> found)
    {
        var words = new WordBuffer(new char[text.Length], new int[(text.Length / 2) + 1]);
        Split(text, ref words);
        if (HasWords)
            Match(words, (term, _, _) => found(term));
        else
            Match(text, (term, _, _) => found(term));
    }
}
