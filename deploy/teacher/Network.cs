using System.Numerics.Tensors;

namespace Dateline.Teacher;

/// <summary>
/// A network of one hidden layer from sentence vectors to topics, fitted by Adam (Kingma and Ba 2015) with dropout. The same seed gives the same network.
/// </summary>
internal sealed class Network
{
    private const int Batch = 64;
    private const float Rate = 1e-3f, InputDropout = .15f, HiddenDropout = .3f, Decay = 1e-5f;

    /// <summary>A vector of length one has small values; times this they are about one.</summary>
    private static readonly float Scale = MathF.Sqrt(SentenceModel.Dimensions);

    private readonly int inputs, outputs;
    private readonly Layer hidden, topics;

    /// <param name="vectors">A row of <paramref name="inputs"/> values a text.</param>
    /// <param name="targets">For each text and topic 1 or 0.</param>
    public Network(float[] vectors, int inputs, float[][] targets, int units, int rounds, int seed)
    {
        (this.inputs, outputs) = (inputs, targets[0].Length);
        var random = new Random(seed);
        hidden = new Layer(inputs, units, random);
        topics = new Layer(units, outputs, random);
        var order = Enumerable.Range(0, targets.Length).ToArray();
        var steps = rounds * ((order.Length + Batch - 1) / Batch);
        var step = 0;
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var batch in order.Chunk(Batch))
            {
                foreach (var row in batch)
                    Learn(vectors.AsSpan(row * inputs, inputs), targets[row], random);
                step++;
                // the rate falls to nothing along a straight line
                var rate = Rate * (1 - ((step - 1f) / steps));
                hidden.Step(rate, step, batch.Length);
                topics.Step(rate, step, batch.Length);
            }
        }
    }

    /// <summary>The topics' log odds.</summary>
    public float[] LogOdds(ReadOnlySpan<float> vector)
    {
        Span<float> input = stackalloc float[inputs];
        Span<float> units = stackalloc float[hidden.Outputs];
        TensorPrimitives.Multiply(vector, Scale, input);
        hidden.Forward(input, units);
        Rectify(units);
        var odds = new float[outputs];
        topics.Forward(units, odds);
        return odds;
    }

    private void Learn(ReadOnlySpan<float> vector, float[] target, Random random)
    {
        Span<float> input = stackalloc float[inputs];
        Span<float> units = stackalloc float[hidden.Outputs];
        Span<float> odds = stackalloc float[outputs];
        Span<float> back = stackalloc float[hidden.Outputs];
        TensorPrimitives.Multiply(vector, Scale, input);
        Drop(input, InputDropout, random);
        hidden.Forward(input, units);
        Rectify(units);
        Drop(units, HiddenDropout, random);
        topics.Forward(units, odds);
        for (var topic = 0; topic < outputs; topic++)
            odds[topic] = (1 / (1 + MathF.Exp(-odds[topic]))) - target[topic];
        back.Clear();
        topics.Backward(units, odds, back);
        for (var unit = 0; unit < units.Length; unit++)
            back[unit] = units[unit] > 0 ? back[unit] / (1 - HiddenDropout) : 0;
        hidden.Backward(input, back, []);
    }

    private static void Rectify(Span<float> values) => TensorPrimitives.Max(values, 0, values);

    private static void Drop(Span<float> values, float share, Random random)
    {
        var kept = 1 / (1 - share);
        for (var i = 0; i < values.Length; i++)
            values[i] = random.NextSingle() < share ? 0 : values[i] * kept;
    }

    private sealed class Layer
    {
        private const float First = .9f, Second = .999f, Least = 1e-8f;

        private readonly int inputs;
        private readonly float[] weights, gradient, mean, variance, scratch;

        public Layer(int inputs, int outputs, Random random)
        {
            (this.inputs, Outputs) = (inputs, outputs);
            // the last of a row is the bias
            weights = new float[outputs * (inputs + 1)];
            (gradient, mean, variance, scratch) = (new float[weights.Length], new float[weights.Length], new float[weights.Length], new float[weights.Length]);
            var range = MathF.Sqrt(6f / (inputs + outputs));
            for (var i = 0; i < weights.Length; i++)
                weights[i] = i % (inputs + 1) == inputs ? 0 : (random.NextSingle() - .5f) * 2 * range;
        }

        public int Outputs { get; }

        public void Forward(ReadOnlySpan<float> input, Span<float> output)
        {
            for (var o = 0; o < Outputs; o++)
            {
                var row = weights.AsSpan(o * (inputs + 1), inputs + 1);
                output[o] = TensorPrimitives.Dot(row[..inputs], input) + row[inputs];
            }
        }

        public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> errors, Span<float> back)
        {
            for (var o = 0; o < Outputs; o++)
            {
                if (errors[o] == 0)
                    continue;
                var row = gradient.AsSpan(o * (inputs + 1), inputs + 1);
                TensorPrimitives.MultiplyAdd(input, errors[o], row[..inputs], row[..inputs]);
                row[inputs] += errors[o];
                if (back.Length > 0)
                    TensorPrimitives.MultiplyAdd(weights.AsSpan(o * (inputs + 1), inputs), errors[o], back, back);
            }
        }

        public void Step(float rate, int step, int rows)
        {
            TensorPrimitives.Multiply(gradient, 1f / rows, gradient);
            TensorPrimitives.MultiplyAdd(weights, Decay, gradient, gradient);
            TensorPrimitives.Multiply(mean, First, mean);
            TensorPrimitives.MultiplyAdd(gradient, 1 - First, mean, mean);
            TensorPrimitives.Multiply(gradient, gradient, gradient);
            TensorPrimitives.Multiply(variance, Second, variance);
            TensorPrimitives.MultiplyAdd(gradient, 1 - Second, variance, variance);
            TensorPrimitives.Multiply(variance, 1 / (1 - MathF.Pow(Second, step)), scratch);
            TensorPrimitives.Sqrt(scratch, scratch);
            TensorPrimitives.Add(scratch, Least, scratch);
            TensorPrimitives.Divide(mean, scratch, scratch);
            TensorPrimitives.MultiplyAdd(scratch, -rate / (1 - MathF.Pow(First, step)), weights, weights);
            Array.Clear(gradient);
        }
    }
}
