namespace Dateline.Worker.Classification.Training;

/// <summary>The last steps of L-BFGS and the direction that they suggest (two-loop recursion).</summary>
internal sealed class LimitedMemory(int size)
{
    private readonly List<(double[] Step, double[] Change, double Rho)> pairs = [];

    public void Add(double[] point, double[] next, double[] gradient, double[] nextGradient)
    {
        var (step, change) = (new double[point.Length], new double[point.Length]);
        for (var i = 0; i < point.Length; i++)
            (step[i], change[i]) = (next[i] - point[i], nextGradient[i] - gradient[i]);

        var curvature = LogisticRegression.Dot(step, change);
        if (curvature <= 1e-12)
            return;
        pairs.Add((step, change, 1 / curvature));
        if (pairs.Count > size)
            pairs.RemoveAt(0);
    }

    public double[] Direction(double[] gradient)
    {
        var direction = (double[])gradient.Clone();
        var alphas = new double[pairs.Count];
        for (var k = pairs.Count - 1; k >= 0; k--)
        {
            alphas[k] = pairs[k].Rho * LogisticRegression.Dot(pairs[k].Step, direction);
            Subtract(direction, pairs[k].Change, alphas[k]);
        }

        if (pairs.Count > 0)
        {
            var (_, change, rho) = pairs[^1];
            Scale(direction, 1 / (rho * LogisticRegression.Dot(change, change)));
        }

        for (var k = 0; k < pairs.Count; k++)
            Subtract(direction, pairs[k].Step, (pairs[k].Rho * LogisticRegression.Dot(pairs[k].Change, direction)) - alphas[k]);
        Scale(direction, -1);
        return direction;
    }

    private static void Subtract(double[] vector, double[] other, double factor)
    {
        for (var i = 0; i < vector.Length; i++)
            vector[i] -= factor * other[i];
    }

    private static void Scale(double[] vector, double factor)
    {
        for (var i = 0; i < vector.Length; i++)
            vector[i] *= factor;
    }
}
