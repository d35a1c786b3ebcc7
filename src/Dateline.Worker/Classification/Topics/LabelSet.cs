namespace Dateline.Worker.Classification.Topics;

/// <summary>A label that a text can have.</summary>
/// <param name="Id">The id in its taxonomy (<c>medtop:16000000</c>).</param>
/// <param name="Slug">Its word in routing keys: lower case letters, digits and hyphens.</param>
/// <param name="Name">For people.</param>
internal sealed record Label(string Id, string Slug, string Name);

/// <summary>The labels of a model, in the order in which it counts them. Immutable.</summary>
/// <param name="Taxonomy">The taxonomy's name, a word in routing keys; empty for the topics that are built in.</param>
/// <param name="Labels">At least one.</param>
internal sealed record LabelSet(string Taxonomy, IReadOnlyList<Label> Labels)
{
    public int Count => Labels.Count;

    public bool IsBuiltIn => Taxonomy.Length == 0;

    /// <summary>The label's place; -1 for a slug that is none.</summary>
    public int IndexOf(string? slug)
    {
        for (var i = 0; i < Labels.Count; i++)
        {
            if (Labels[i].Slug == slug)
                return i;
        }

        return -1;
    }

    /// <summary>Whether a text can stand in a routing key and be told from others there.</summary>
    public static bool IsSlug(string text) =>
        text.Length is > 0 and <= 60 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && text[0] != '-' && text[^1] != '-';
}
