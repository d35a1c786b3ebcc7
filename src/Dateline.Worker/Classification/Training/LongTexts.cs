namespace Dateline.Worker.Classification.Training;

/// <summary>
/// Longer texts made of labelled ones: a text and two to four others with the same main topic, one behind the other. The labelled texts are
/// short; whole articles say a thing more than once and wander (LGL .718 to .736 micro-F1). What only the others are about is not known
/// of the whole.
/// </summary>
internal static class LongTexts
{
    /// <summary>Texts about a topic that there must be to choose from.</summary>
    private const int Fewest = 20;

    /// <summary>One from every second text; parts come from one fold, so that what is held out stays out.</summary>
    public static IEnumerable<TrainingText> Of(IReadOnlyList<TrainingText> labelled, float trust)
    {
        foreach (var group in labelled.Where(text => text.Main >= 0).GroupBy(text => (text.Fold, text.Main)))
        {
            var texts = group.ToArray();
            for (var i = 0; texts.Length >= Fewest && i < texts.Length; i += 2)
            {
                TrainingText[] others = [.. Enumerable.Range(1, 2 + (i / 2 % 3)).Select(step => texts[(i + (step * step * 7) + step) % texts.Length])];
                yield return texts[i] with
                {
                    Text = string.Join(' ', others.Select(other => $"{other.Title} {other.Text}").Prepend(texts[i].Text)),
                    Targets = [.. texts[i].Targets.Select((target, t) => target < 0 && others.Any(other => other.Targets[t] > 0) ? (sbyte)0 : target)],
                    Trust = trust,
                };
            }
        }
    }
}
