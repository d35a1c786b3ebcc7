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

    private readonly List<(string Language, int Gold, double[] Probabilities, double Kept)> texts = [];

    /// <param name="language">BCP 47.</param>
    /// <param name="gold">The right label.</param>
    /// <param name="probabilities">Of every label.</param>
    /// <param name="kept">From where on the most probable is tagged alone.</param>
    public void Add(string language, int gold, double[] probabilities, double kept) => texts.Add((language, gold, probabilities, kept));

    /// <summary>Languages that say less are not read at all, but for what was taken for another language.</summary>
    private const double Read = .1;

    /// <summary>The languages that are read, in the alphabet's order.</summary>
    public IReadOnlyList<ChoiceReport> Report()
    {
        int[] labels = [.. texts.Select(text => text.Gold).Distinct().Order()];
        return
        [
            .. texts.GroupBy(text => text.Language, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Report(group.Key, [.. group.Select(text => Choose(labels, text.Gold, text.Probabilities, text.Kept))]))
                .Where(report => report.Answered >= Read),
        ];
    }

    private static (bool Right, double P, bool Answered) Choose(int[] labels, int gold, double[] probabilities, double kept)
    {
        var best = labels.MaxBy(label => probabilities[label]);
        return (best == gold, probabilities[best], probabilities[best] >= kept);
    }

    private static ChoiceReport Report(string language, (bool Right, double P, bool Answered)[] choices)
    {
        var answered = choices.Where(choice => choice.Answered).ToArray();
        var surest = choices.OrderByDescending(choice => choice.P).Take((int)Math.Ceiling(Surest * choices.Length)).ToArray();
        return new ChoiceReport(
            language, choices.Length, Share(choices), (double)answered.Length / choices.Length, Share(answered), Share(surest));
    }

    private static double Share((bool Right, double P, bool Answered)[] choices) =>
        choices.Length == 0 ? 0 : (double)choices.Count(choice => choice.Right) / choices.Length;
}
