using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Subjects;

namespace Dateline.Worker.Classification.Topics;

/// <summary>What single words of a model's vocabulary say by themselves, looked up when each first stands in a text. Safe for many threads.</summary>
/// <param name="model">Whose vocabulary.</param>
/// <param name="english">Where they are looked up.</param>
internal sealed class KnownWords(TopicModel model, LanguageTerms english)
{
    private readonly Word?[] words = new Word?[model.Words.Length];

    public LanguageTerms English => english;

    public Word this[int id] => words[id] ??= LookUp(model.Words[id]);

    private Word LookUp(string word)
    {
        var (terms, subjects) = (new List<(int Theme, int Weight)>(), new List<LexiconTerm>());
        var buffer = new WordBuffer(word.ToCharArray(), [word.Length], default, 1);
        english.Topics.MatchWordAt(buffer, 0, (term, _, _) => terms.Add((term.Topic, term.Weight)));
        english.Subjects?.MatchWordAt(buffer, 0, (term, _, _) =>
        {
            terms.Add((Themes.OfSubject(term.Topic), term.Weight));
            subjects.Add(term);
        });
        return new Word([.. terms], [.. subjects], english.Topics.BeginsPhrases(word) || english.Subjects?.BeginsPhrases(word) == true);
    }

    /// <summary>A word's themes, those of its terms that are subjects', and whether a phrase of the lexicons may begin with it.</summary>
    internal sealed record Word((int Theme, int Weight)[] Terms, LexiconTerm[] Subjects, bool BeginsPhrases);
}
