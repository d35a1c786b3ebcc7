using System.Numerics;

namespace Dateline.Worker.Classification.Training;

/// <summary>
/// The space of a symmetric matrix's leading eigenvectors by orthogonal iteration (Golub and Van Loan, 8.2.4). Every sum is taken in one
/// order, so that threads and the width of the processor's vectors do not change a bit of it.
/// </summary>
internal static class LeadingSpace
{
    /// <summary>More rounds change no score of the model.</summary>
    private const int Rounds = 5;

    /// <summary>An orthonormal basis, a row a word, row after row.</summary>
    public static float[] Of(Cooccurrence matrix, int dimensions, int threads)
    {
        var basis = Scatter(matrix.Words * dimensions);
        Orthonormalise(basis, dimensions);
        for (var round = 0; round < Rounds; round++)
        {
            basis = Multiply(matrix, basis, dimensions, threads);
            Orthonormalise(basis, dimensions);
        }

        return basis;
    }

    /// <summary>Numbers from -1 to 1 without a pattern (SplitMix64), the same every time.</summary>
    private static float[] Scatter(int count)
    {
        var (values, state) = (new float[count], 0UL);
        for (var i = 0; i < count; i++)
        {
            unchecked
            {
                var z = state += 0x9E3779B97F4A7C15;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                values[i] = (float)((z ^ (z >> 31)) / (double)ulong.MaxValue * 2) - 1;
            }
        }

        return values;
    }

    private static float[] Multiply(Cooccurrence matrix, float[] basis, int dimensions, int threads)
    {
        var result = new float[basis.Length];
        Parallel.For(0, matrix.Words, new ParallelOptions { MaxDegreeOfParallelism = threads }, word =>
        {
            var row = result.AsSpan(word * dimensions, dimensions);
            var columns = matrix.Columns(word);
            var values = matrix.Values(word);
            for (var i = 0; i < columns.Length; i++)
                AddScaled(row, basis.AsSpan(columns[i] * dimensions, dimensions), values[i]);
        });
        return result;
    }

    private static void AddScaled(Span<float> sum, ReadOnlySpan<float> row, float factor)
    {
        var i = 0;
        for (var scale = new Vector<float>(factor); i <= sum.Length - Vector<float>.Count; i += Vector<float>.Count)
            (new Vector<float>(sum[i..]) + (new Vector<float>(row[i..]) * scale)).CopyTo(sum[i..]);
        for (; i < sum.Length; i++)
            sum[i] += row[i] * factor;
    }

    /// <summary>By Cholesky: with G = QᵀQ = LLᵀ, the rows of Q over Lᵀ are orthonormal.</summary>
    private static void Orthonormalise(float[] basis, int dimensions)
    {
        var lower = Cholesky(Gram(basis, dimensions), dimensions);
        for (var at = 0; at < basis.Length; at += dimensions)
        {
            var row = basis.AsSpan(at, dimensions);
            for (var j = 0; j < dimensions; j++)
            {
                double value = row[j];
                for (var i = 0; i < j; i++)
                    value -= row[i] * lower[(j * dimensions) + i];
                row[j] = (float)(value / lower[(j * dimensions) + j]);
            }
        }
    }

    private static double[] Gram(float[] basis, int dimensions)
    {
        var gram = new double[dimensions * dimensions];
        for (var at = 0; at < basis.Length; at += dimensions)
        {
            var row = basis.AsSpan(at, dimensions);
            for (var a = 0; a < dimensions; a++)
            {
                for (var b = 0; b <= a; b++)
                    gram[(a * dimensions) + b] += (double)row[a] * row[b];
            }
        }

        return gram;
    }

    /// <summary>The lower factor; a pivot that vanished (fewer words than dimensions) becomes 1 and its column keeps nothing.</summary>
    private static double[] Cholesky(double[] gram, int dimensions)
    {
        for (var j = 0; j < dimensions; j++)
        {
            for (var i = 0; i <= j; i++)
            {
                var sum = gram[(j * dimensions) + i];
                for (var k = 0; k < i; k++)
                    sum -= gram[(i * dimensions) + k] * gram[(j * dimensions) + k];
                gram[(j * dimensions) + i] = i < j ? sum / gram[(i * dimensions) + i] : sum > 1e-12 ? Math.Sqrt(sum) : 1;
            }
        }

        return gram;
    }
}
