using Dateline.Contracts;
using Dateline.Worker.Classification.Languages;
using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Regions;
using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Taxonomies;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification;

/// <summary>
/// Tags an article with its language, topics and countries. No I/O after loading, safe for many threads, the same tags for the same
/// input, and no input makes it throw: it reads 300 characters of the title and 900 of the text for topics (8,000 where a lexicon reads), 400 and 20,000 for countries.
/// </summary>
/// <param name="topics">Tags the built-in topics; null leaves them out.</param>
/// <param name="taxonomies">Tag the labels of a user's own taxonomies.</param>
/// <param name="gazetteer">Names of places.</param>
/// <param name="lexicons">Topic terms and country forms of other languages than English.</param>
/// <param name="hasSubjects">Whether the subjects within the topics are tagged too.</param>
internal sealed class Classifier(TopicTagger? topics, IReadOnlyList<TaxonomyTagger> taxonomies, Gazetteer gazetteer, LexiconArchive lexicons, bool hasSubjects = false)
{
    [ThreadStatic]
    private static SubjectReading? subjectReading;

    private readonly LanguageDetector languages = new();
    private readonly RegionResolver regions = new(gazetteer);

    /// <summary>Loads the models, gazetteer and lexicons that are built into the assembly.</summary>
    /// <exception cref="InvalidDataException">One of them is missing or damaged.</exception>
    public static Classifier LoadDefault() => Load(new ClassificationOptions());

    /// <summary>The same with the models that the options name.</summary>
    /// <exception cref="InvalidDataException">A file cannot be read or holds no such model; the message names it.</exception>
    public static Classifier Load(ClassificationOptions options)
    {
        // half of the time is the gazetteer's
        var places = Task.Run(() => BuiltInData.Read("places.bin", GazetteerFile.Read));
        var lexicons = BuiltInData.Read("lexicons.bin", LexiconArchive.Read);
        var topics = options.Topics ? new TopicTagger(ModelFiles.Topics(options.TopicModel), lexicons, BuiltInData.Read("sentences.bin", GramArchive.Read)) : null;
        TaxonomyTagger[] taxonomies = [.. ModelFiles.Taxonomies(options.Taxonomies).Select(model => new TaxonomyTagger(model, lexicons.English))];
        return new Classifier(topics, taxonomies, places.GetAwaiter().GetResult(), lexicons, options.Subjects);
    }

    public Gazetteer Gazetteer => gazetteer;

    public IReadOnlyList<TaxonomyTagger> Taxonomies => taxonomies;

    /// <summary>Whether articles get labels at all: subjects, or a user's own.</summary>
    public bool HasLabels => hasSubjects || taxonomies.Count > 0;

    /// <summary>Calibrated probability of each topic, in the catalogue's order.</summary>
    public double[] TopicProbabilities(ClassifierInput input)
    {
        var (title, text, language) = Prepare(input);
        return topics?.Probabilities(title, text, language) ?? new double[TopicCatalog.Count];
    }

    public Tags Classify(ClassifierInput input)
    {
        var (title, text, language) = Prepare(input);
        var subjects = hasSubjects ? subjectReading ??= new SubjectReading() : null;
        var tagged = topics?.Tag(title, text, language, subjects) ?? [];
        return new Tags(language, tagged, Regions(title, text, language, input.FeedCountry)) { Labels = HasLabels ? Labels(title, text, language, tagged, subjects) : [] };
    }

    private List<ArticleLabel> Labels(string title, string text, string language, IReadOnlyList<Topic> tagged, SubjectReading? subjects)
    {
        var labels = new List<ArticleLabel>();
        if (subjects is not null)
            SubjectTagger.Add(subjects, text.Length, tagged, labels);
        foreach (var taxonomy in taxonomies)
            taxonomy.Add(title, text, language, labels);
        return labels;
    }

    private (string Title, string Text, string Language) Prepare(ClassifierInput input)
    {
        var title = input.Title ?? "";
        var text = Body(input);
        return (title, text, Language(title, text, input.Language));
    }

    private string Language(ReadOnlySpan<char> title, ReadOnlySpan<char> text, string? declared)
    {
        Span<char> head = stackalloc char[LanguageDetector.MaxChars];
        title = TopicFeatures.Head(title, head.Length);
        title.CopyTo(head);
        if (title.Length == head.Length)
            return languages.Detect(head, declared);
        head[title.Length] = '\n';
        text = TopicFeatures.Head(text, head.Length - title.Length - 1);
        text.CopyTo(head[(title.Length + 1)..]);
        return languages.Detect(head[..(title.Length + 1 + text.Length)], declared);
    }

    /// <summary>The text, or the summary where there is none or it is longer.</summary>
    private static string Body(ClassifierInput input)
    {
        var (summary, text) = (input.Summary ?? "", input.Text ?? "");
        return text.Length > summary.Length ? text : summary;
    }

    private IReadOnlyList<Region> Regions(string title, string text, string language, string? feedCountry)
    {
        if (language is "en" or LanguageDetector.Unknown)
            return regions.Resolve(title, text, feedCountry);
        return regions.ResolveForeign(lexicons.Find(language)?.Regions, language, title, text, feedCountry);
    }
}
