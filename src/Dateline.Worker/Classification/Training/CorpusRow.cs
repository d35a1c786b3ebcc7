namespace Dateline.Worker.Classification.Training;

/// <summary>A line of a corpus; a source fills what it knows. <c>topics</c> are all labels of a row, <c>label</c> is one of them.</summary>
internal sealed record CorpusRow(
    string? Id, string? Title, string? Text, string? Label, string[]? Topics, string[]? Countries, string? Split, string? Language, string? FeedSite, string? Source = null,
    string[]? Labels = null)
{
    /// <summary>All labels of a row that says all of them; null when it says none.</summary>
    public string[]? AllLabels => Topics ?? Labels ?? (Label is null ? null : [Label]);
}
