namespace Dateline.Teacher;

/// <summary>Words' sentence vectors cut to the directions in which they differ most (principal components, by orthogonal iteration), in 127ths.</summary>
internal static class WordMeanings
{
    public const int Dimensions = 100;

    /// <summary>The last directions are hardly told from the next; more rounds change nothing that matters.</summary>
    private const int Rounds = 60;

    public static Dictionary<string, sbyte[]> Of(IReadOnlyList<string> words, float[] vectors, int width)
    {
        Centre(vectors, width);
        var directions = Directions(Covariance(vectors, width), width);
        var meanings = new Dictionary<string, sbyte[]>(StringComparer.Ordinal);
        for (var word = 0; word < words.Count; word++)
        {
            var vector = vectors.AsSpan(word * width, width).ToArray();
            var meaning = Array.ConvertAll(directions, direction => Dot(direction, vector));
            var largest = meaning.Max(Math.Abs);
            meanings[words[word]] = Array.ConvertAll(meaning, value => (sbyte)(largest > 0 ? Math.Round(value / largest * sbyte.MaxValue) : 0));
        }

        return meanings;
    }

    private static void Centre(float[] vectors, int width)
    {
        var mean = new double[width];
        for (var i = 0; i < vectors.Length; i++)
            mean[i % width] += vectors[i] / (double)(vectors.Length / width);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] -= (float)mean[i % width];
    }

    private static double[][] Covariance(float[] vectors, int width)
    {
        var covariance = new double[width][];
        Parallel.For(0, width, i =>
        {
            var row = new double[width];
            for (var start = 0; start < vectors.Length; start += width)
            {
                for (var j = 0; j < width; j++)
                    row[j] += vectors[start + i] * vectors[start + j];
            }

            covariance[i] = row;
        });
        return covariance;
    }

    private static double[][] Directions(double[][] covariance, int width)
    {
        var random = new Random(1);
        double[][] directions = [.. Enumerable.Range(0, Dimensions).Select(_ => Enumerable.Range(0, width).Select(_ => random.NextDouble() - .5).ToArray())];
        for (var round = 0; round < Rounds; round++)
        {
            directions = Array.ConvertAll(directions, direction => Array.ConvertAll(covariance, row => Dot(row, direction)));
            Orthonormalise(directions);
        }

        return directions;
    }

    private static void Orthonormalise(double[][] directions)
    {
        for (var i = 0; i < directions.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var along = Dot(directions[i], directions[j]);
                for (var k = 0; k < directions[i].Length; k++)
                    directions[i][k] -= along * directions[j][k];
            }

            var norm = Math.Sqrt(Dot(directions[i], directions[i]));
            directions[i] = Array.ConvertAll(directions[i], value => value / norm);
        }
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    private static double Dot(double[] left, float[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
