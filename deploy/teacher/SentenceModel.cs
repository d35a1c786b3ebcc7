using System.Reflection;
using FastBertTokenizer;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Dateline.Teacher;

/// <summary>A sentence transformer of six layers: a text to a vector of 384 values, of length one. Its weights are in its package.</summary>
internal sealed class SentenceModel : IDisposable
{
    public const int Dimensions = 384;

    private const int Batch = 32;

    private readonly BertTokenizer tokenizer = new();
    private readonly InferenceSession session;
    private readonly bool isMean;

    /// <param name="package">The assembly that holds <c>model.onnx</c> and <c>vocab.txt</c>.</param>
    /// <param name="isMean">Whether a text's vector is the mean of its tokens' or the first token's.</param>
    public SentenceModel(string package, bool isMean)
    {
        this.isMean = isMean;
        var assembly = Assembly.Load(package);
        using (var vocabulary = new StreamReader(Resource(assembly, "vocab.txt")))
            tokenizer.LoadVocabulary(vocabulary, convertInputToLowercase: true);
        using var model = new MemoryStream();
        using (var resource = Resource(assembly, "model.onnx"))
            resource.CopyTo(model);
        session = new InferenceSession(model.ToArray());
    }

    /// <summary>A row of <see cref="Dimensions"/> a text, in their order.</summary>
    /// <param name="texts">Each is read to <paramref name="tokens"/> tokens.</param>
    /// <param name="tokens">512 at most.</param>
    /// <param name="report">Takes how many texts are done, now and then.</param>
    public float[] Read(IReadOnlyList<string> texts, int tokens, Action<int> report)
    {
        const int ReportEach = 3_200;
        var encoded = texts.Select(text => tokenizer.Encode(text, tokens).InputIds.ToArray()).ToArray();
        var vectors = new float[texts.Count * Dimensions];
        var done = 0;
        // of one length, since a batch is padded to its longest
        foreach (var batch in Enumerable.Range(0, texts.Count).OrderBy(text => encoded[text].Length).Chunk(Batch))
        {
            Read(batch, encoded, vectors);
            done += batch.Length;
            if (done / ReportEach > (done - batch.Length) / ReportEach)
                report(done);
        }

        return vectors;
    }

    public void Dispose() => session.Dispose();

    private void Read(int[] batch, long[][] encoded, float[] vectors)
    {
        var longest = batch.Max(text => encoded[text].Length);
        int[] shape = [batch.Length, longest];
        var (ids, mask, types) = (new DenseTensor<long>(shape), new DenseTensor<long>(shape), new DenseTensor<long>(shape));
        for (var row = 0; row < batch.Length; row++)
        {
            for (var at = 0; at < encoded[batch[row]].Length; at++)
                (ids[row, at], mask[row, at]) = (encoded[batch[row]][at], 1);
        }

        using var results = session.Run(
        [
            NamedOnnxValue.CreateFromTensor("input_ids", ids), NamedOnnxValue.CreateFromTensor("attention_mask", mask), NamedOnnxValue.CreateFromTensor("token_type_ids", types),
        ]);
        var hidden = ((DenseTensor<float>)results[0].AsTensor<float>()).Buffer.Span;
        for (var row = 0; row < batch.Length; row++)
        {
            var vector = vectors.AsSpan(batch[row] * Dimensions, Dimensions);
            var pooled = isMean ? encoded[batch[row]].Length : 1;
            for (var at = 0; at < pooled; at++)
                Add(hidden.Slice(((row * longest) + at) * Dimensions, Dimensions), vector);
            Normalise(vector);
        }
    }

    private static void Add(ReadOnlySpan<float> values, Span<float> sum)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += values[i];
    }

    private static void Normalise(Span<float> vector)
    {
        var sum = 0.0;
        foreach (var value in vector)
            sum += value * value;
        var norm = (float)Math.Sqrt(sum);
        for (var i = 0; norm > 0 && i < vector.Length; i++)
            vector[i] /= norm;
    }

    private static Stream Resource(Assembly assembly, string file) =>
        assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(name => name.EndsWith(file, StringComparison.Ordinal)))!;
}
