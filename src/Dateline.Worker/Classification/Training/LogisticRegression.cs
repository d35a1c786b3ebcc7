namespace Dateline.Worker.Classification.Training;

/// <summary>
/// L2-penalised logistic regression for one topic by L-BFGS (Nocedal and Wright, algorithm 7.4). The bias stands behind the last
/// column and carries no penalty. With word vectors, a weight is a column's own part and a part that alike words share, each with its
/// penalty. Deterministic.
/// </summary>
internal sealed class LogisticRegression(SparseRows rows, int columns, double cost, WordVectors? vectors = null)
{
    private const int History = 8, MaxIterations = 80;

    /// <summary>Fits the samples; gives the weights, the bias last.</summary>
    public double[] Fit(IReadOnlyList<Example> samples)
    {
        var problem = new Objective(rows, columns, cost, samples, vectors);
        var point = new double[columns + 1 + (vectors?.Dimensions ?? 0)];
        var gradient = new double[point.Length];
        var loss = problem.Evaluate(point, gradient);
        var first = Norm(gradient);
        var memory = new LimitedMemory(History);

        for (var iteration = 0; iteration < MaxIterations && Norm(gradient) > 1e-3 * Math.Max(first, 1e-12); iteration++)
        {
            var direction = memory.Direction(gradient);
            if (!Step(problem, ref point, ref gradient, ref loss, direction, iteration == 0 ? 1 / Math.Max(1, first) : 1, memory))
                break;
        }

        return problem.Weights(point);
    }

    /// <summary>Halves the step until the loss falls enough (Armijo); false when it never does.</summary>
    private static bool Step(
        Objective problem, ref double[] point, ref double[] gradient, ref double loss, double[] direction, double step, LimitedMemory memory)
    {
        var slope = Dot(gradient, direction);
        var nextGradient = new double[point.Length];
        for (var attempt = 0; attempt < 25; attempt++, step /= 2)
        {
            var next = new double[point.Length];
            for (var i = 0; i < next.Length; i++)
                next[i] = point[i] + (step * direction[i]);
            var nextLoss = problem.Evaluate(next, nextGradient);
            if (nextLoss > loss + (1e-4 * step * slope))
                continue;
            memory.Add(point, next, gradient, nextGradient);
            (point, gradient, loss) = (next, nextGradient, nextLoss);
            return true;
        }

        return false;
    }

    private static double Norm(double[] vector) => Math.Sqrt(Dot(vector, vector));

    internal static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private sealed class Objective(
        SparseRows rows, int columns, double cost, IReadOnlyList<Example> samples, WordVectors? vectors)
    {
        /// <summary>Own and shared parts together, the bias last.</summary>
        public double[] Weights(double[] point)
        {
            var weights = point[..(columns + 1)];
            vectors?.AddTo(weights, point.AsSpan(columns + 1));
            return weights;
        }

        public double Evaluate(double[] point, double[] gradient)
        {
            Array.Clear(gradient);
            var weights = Weights(point);
            var loss = 0.0;
            foreach (var (row, share, weight) in samples)
            {
                var score = rows.Dot(row, weights) + weights[columns];
                var pull = 0.0;
                if (share > 0)
                    Judge(1, cost * weight * share, score, ref loss, ref pull);
                if (share < 1)
                    Judge(-1, cost * weight * (1 - share), score, ref loss, ref pull);
                rows.AddTo(row, pull, gradient);
                gradient[columns] += pull;
            }

            vectors?.Collect(gradient, gradient.AsSpan(columns + 1));
            return loss + Penalise(point, gradient);
        }

        private static void Judge(double sign, double weight, double score, ref double loss, ref double pull)
        {
            var margin = sign * score;
            loss += weight * (margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin);
            pull -= weight * sign / (1 + Math.Exp(margin));
        }

        private double Penalise(double[] point, double[] gradient)
        {
            var penalty = 0.0;
            for (var i = 0; i < point.Length; i++)
            {
                if (i == columns)
                    continue;
                penalty += point[i] * point[i] / 2;
                gradient[i] += point[i];
            }

            return penalty;
        }
    }
}

/// <summary>A row to learn from: how likely it is positive, 0 to 1, and what it weighs.</summary>
internal readonly record struct Example(int Row, double Share, double Weight);
