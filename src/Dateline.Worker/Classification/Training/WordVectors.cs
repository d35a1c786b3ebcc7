namespace Dateline.Worker.Classification.Training;

/// <summary>
/// A vector for each word, from the company it keeps in all texts, labelled or not. The regression shares what it learns
/// about a word with the words that are like it; the model only has the words' weights that come of it.
/// </summary>
internal sealed class WordVectors
{
    private readonly float[] values;

    private WordVectors(float[] values, int dimensions) => (this.values, Dimensions) = (values, dimensions);

    public int Dimensions { get; }

    /// <param name="texts">The known words of each text, in their order.</param>
    /// <param name="words">How many words are known.</param>
    /// <param name="options">Dimensions, how far words share, threads.</param>
    public static WordVectors Of(IEnumerable<int[]> texts, int words, TrainingOptions options)
    {
        var values = LeadingSpace.Of(Cooccurrence.Of(texts, words), options.Dimensions, options.Threads);
        for (var word = 0; word < words; word++)
        {
            var row = values.AsSpan(word * options.Dimensions, options.Dimensions);
            var norm = 0.0;
            foreach (var value in row)
                norm += value * value;
            var scale = norm > 1e-18 ? options.Sharing / (float)Math.Sqrt(norm) : 0;
            for (var i = 0; i < row.Length; i++)
                row[i] *= scale;
        }

        return new WordVectors(values, options.Dimensions);
    }

    /// <summary>These and the vectors that words were taught, side by side; a word without one has none.</summary>
    /// <param name="words">The known words, by number.</param>
    /// <param name="teaching">Where their vectors are.</param>
    /// <param name="sharing">How far words share by these vectors.</param>
    public WordVectors With(IReadOnlyList<string> words, Teaching teaching, float sharing)
    {
        var width = Dimensions + teaching.Dimensions;
        var joined = new float[words.Count * width];
        for (var word = 0; word < words.Count; word++)
        {
            var row = joined.AsSpan(word * width, width);
            values.AsSpan(word * Dimensions, Dimensions).CopyTo(row);
            if (teaching.VectorOf(words[word]) is { } taught)
                Scale(taught, sharing, row[Dimensions..]);
        }

        return new WordVectors(joined, width);
    }

    private static void Scale(sbyte[] vector, float length, Span<float> scaled)
    {
        var norm = Math.Sqrt(vector.Sum(value => (double)value * value));
        for (var i = 0; norm > 0 && i < vector.Length; i++)
            scaled[i] = (float)(vector[i] * length / norm);
    }

    /// <summary>Adds to each word's weight what its vector says.</summary>
    public void AddTo(Span<double> weights, ReadOnlySpan<double> shared)
    {
        for (int word = 0, at = 0; at < values.Length; word++, at += shared.Length)
        {
            var sum = 0.0;
            for (var i = 0; i < shared.Length; i++)
                sum += values[at + i] * shared[i];
            weights[word] += sum;
        }
    }

    /// <summary>Adds to the shared weights' gradient what the words' gradient says.</summary>
    public void Collect(ReadOnlySpan<double> gradient, Span<double> shared)
    {
        for (int word = 0, at = 0; at < values.Length; word++, at += shared.Length)
        {
            if (gradient[word] is var factor && factor == 0)
                continue;
            for (var i = 0; i < shared.Length; i++)
                shared[i] += factor * values[at + i];
        }
    }
}
