namespace Dateline.Worker.Classification.Evaluation;

/// <summary>A file to score on; <paramref name="WithHome"/>: regions get the feed's country, learned from the site's other articles.</summary>
internal sealed record EvaluationInput(string Path, string Corpora, bool WithHome = false)
{
    private static readonly string[] Multilingual = ["masakhanews_fra_dev.jsonl.gz", "sib200_28_languages.jsonl.gz"];

    /// <summary>The files that were named, or the development parts of the corpora folder.</summary>
    public static IReadOnlyList<EvaluationInput> List(string part, IReadOnlyList<string> files, string corpora)
    {
        if (files.Count > 0)
            return [.. files.Select(file => new EvaluationInput(file, corpora))];

        string In(params string[] parts) => System.IO.Path.Combine([corpora, .. parts]);
        var labelled = new EvaluationInput(In("topics", "labelled.jsonl.gz"), corpora);
        var articles = new EvaluationInput(In("topics", "dev", "lgl_articles.jsonl.gz"), corpora);
        return part == "topics"
            ? [labelled, articles, .. Multilingual.Select(file => new EvaluationInput(In("topics", "multilingual", file), corpora))]
            : [labelled, labelled with { WithHome = true }, articles, articles with { WithHome = true }, new EvaluationInput(In("regions", "dev", "GeoVirus.xml.gz"), corpora)];
    }
}
