using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Evaluation;

/// <summary>
/// How a language's texts with one label each came out when the most probable of the file's labels is chosen. Answered: it is probable enough
/// to be tagged alone. Surest: the 65 in a hundred texts whose choice is most probable.
/// </summary>
internal sealed record ChoiceReport(string Language, int Texts, double Right, double Answered, double RightWhenAnswered, double RightOfSurest);

/// <summary>Scores the forced choice among the labels of a file whose texts have one label each, language by language.</summary>
internal sealed class ChoiceScores
{
    private const double Surest = .65;

    private readonly List<(string Language, int Gold, double[] Probabilities)> texts = [];

    public void Add(string language, int gold, double[] probabilities) => texts.Add((language, gold, probabilities));

    /// <summary>Languages that say less are not read at all, but for what was taken for another language.</summary>
    private const double Read = .1;

    /// <summary>The languages that are read, in the alphabet's order.</summary>
    public IReadOnlyList<ChoiceReport> Report()
    {
        int[] labels = [.. texts.Select(text => text.Gold).Distinct().Order()];
        return
        [
            .. texts.GroupBy(text => text.Language, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Report(group.Key, [.. group.Select(text => Choose(labels, text.Gold, text.Probabilities))]))
                .Where(report => report.Answered >= Read),
        ];
    }

    private static (bool Right, double P) Choose(int[] labels, int gold, double[] probabilities)
    {
        var best = labels.MaxBy(label => probabilities[label]);
        return (best == gold, probabilities[best]);
    }

    private static ChoiceReport Report(string language, (bool Right, double P)[] choices)
    {
        var answered = choices.Where(choice => choice.P >= TopicDecision.Kept(language)).ToArray();
        var surest = choices.OrderByDescending(choice => choice.P).Take((int)Math.Ceiling(Surest * choices.Length)).ToArray();
        return new ChoiceReport(
            language, choices.Length, Share(choices), (double)answered.Length / choices.Length, Share(answered), Share(surest));
    }

    private static double Share((bool Right, double P)[] choices) =>
        choices.Length == 0 ? 0 : (double)choices.Count(choice => choice.Right) / choices.Length;
}
