using Dateline.Worker.Classification.Lexicons;
using Dateline.Worker.Classification.Regions;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>Where the sources are.</summary>
internal sealed record TrainingFolders(string Corpora, string Lexicons)
{
    public string TopicLexicon(string language) => Path.Combine(Lexicons, "topics", $"{language}.tsv");

    public string RegionLexicon(string language) => Path.Combine(Lexicons, "regions", $"{language}.tsv");
}

/// <summary>The data files of the classifier, each built from its sources and handed back as what writes it.</summary>
internal static class TrainTargets
{
    /// <exception cref="CorpusException">A source is missing or damaged.</exception>
    public static Action<Stream> Topics(TrainingFolders folders, string teaching, TrainingOptions options, Action<string> report)
    {
        var english = Terms(folders, "en");
        var sources = new TopicSources(folders.Corpora, english.Topics);
        var model = new TopicTrainer(TopicCatalog.Labels, english, options.Taught(), report, Teaching.Read(teaching, TopicCatalog.Count))
            .Train(sources.Labelled(), sources.SingleLabel(options), sources.Unlabelled());
        return stream => TopicModelFile.Write(model, stream);
    }

    /// <summary>A model from a user's own labelled texts alone, with the lexicon that is built in: of the built-in topics or of the labels in a file.</summary>
    /// <exception cref="CorpusException">A file is missing or damaged.</exception>
    public static Action<Stream> OwnTopics(IReadOnlyList<string> files, string? labelsFile, TrainingOptions options, Action<string> report)
    {
        var labels = labelsFile is null ? TopicCatalog.Labels : LabelsFile.Read(labelsFile);
        var rows = OwnTexts.Read(files, labels);
        var model = new TopicTrainer(labels, BuiltInData.Read("lexicons.bin", LexiconArchive.Read).English, options.For(rows.Count), report).Train(rows, [], []);
        return stream => TopicModelFile.Write(model, stream);
    }

    /// <exception cref="CorpusException">A source is missing or damaged.</exception>
    public static Action<Stream> Places(TrainingFolders folders, Action<string> report)
    {
        var gazetteer = new GazetteerCompiler(folders.Corpora, folders.Lexicons, report).Compile();
        return stream => GazetteerFile.Write(gazetteer, stream);
    }

    /// <exception cref="CorpusException">A source is missing or damaged.</exception>
    public static Action<Stream> Lexicons(TrainingFolders folders, string teaching, TrainingOptions options, Action<string> report)
    {
        var english = Terms(folders, "en");
        var sources = new TopicSources(folders.Corpora, english.Topics);
        IEnumerable<(string, string)> others = [.. sources.SingleLabel(options).Select(text => (text.Title, text.Text)), .. sources.Unlabelled()];
        var themes = ThemeTrainer.Fit(sources.Labelled(), others, Teaching.Read(teaching, TopicCatalog.Count), english, options.Threads);
        report("fitted the themes");
        var languages = new Dictionary<string, (List<LexiconTerm>, List<RegionForm>)>(StringComparer.Ordinal);
        foreach (var path in Files(Path.Combine(folders.Lexicons, "topics")))
        {
            // English regions are in the gazetteer
            var language = Path.GetFileNameWithoutExtension(path);
            languages[language] = (LexiconFiles.Topics(path), language == "en" ? [] : RegionFiles.Read(folders.RegionLexicon(language)));
        }

        report($"{languages.Count} languages");
        return stream => LexiconArchive.Write(stream, themes, languages);
    }

    /// <summary>The models of single sentences in every language that has a lexicon and sentences.</summary>
    /// <exception cref="CorpusException">A source is missing or damaged.</exception>
    public static Action<Stream> Sentences(TrainingFolders folders, TrainingOptions options, Action<string> report)
    {
        var rows = CorpusFiles.Rows(Path.Combine(folders.Corpora, "topics", "multilingual", "sib200_28_languages.jsonl.gz"));
        var known = rows.Where(row => row.Split == "train" && row.Language is not null && File.Exists(folders.TopicLexicon(row.Language))).ToArray();
        var lexicons = known.Select(row => row.Language!).Distinct(StringComparer.Ordinal)
            .ToDictionary(language => language, language => Terms(folders, language), StringComparer.Ordinal);
        var models = new System.Collections.Concurrent.ConcurrentDictionary<string, GramModel>(StringComparer.Ordinal);
        Parallel.ForEach(lexicons.Keys, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, language =>
            models[language] = new GramTrainer(language, lexicons).Fit(known));
        report($"{models.Count} languages");
        return stream => GramArchive.Write(stream, models);
    }

    private static LanguageTerms Terms(TrainingFolders folders, string language) => new(language, LexiconFiles.Topics(folders.TopicLexicon(language)));

    private static string[] Files(string folder)
    {
        if (!Directory.Exists(folder))
            throw new CorpusException($"There is no folder {folder}.");
        var files = Directory.GetFiles(folder, "*.tsv");
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}
