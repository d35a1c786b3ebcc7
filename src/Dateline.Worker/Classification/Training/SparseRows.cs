namespace Dateline.Worker.Classification.Training;

/// <summary>A sparse matrix row by row, growing at its end.</summary>
internal sealed class SparseRows
{
    private readonly List<int> starts = [0];
    private int[] columns = new int[1 << 16];
    private float[] values = new float[1 << 16];
    private int used;

    public int Count => starts.Count - 1;

    public void Add(int column, float value)
    {
        if (used == columns.Length)
        {
            Array.Resize(ref columns, used * 2);
            Array.Resize(ref values, used * 2);
        }

        (columns[used], values[used++]) = (column, value);
    }

    public void EndRow() => starts.Add(used);

    public ReadOnlySpan<int> Columns(int row) => columns.AsSpan(starts[row]..starts[row + 1]);

    public ReadOnlySpan<float> Values(int row) => values.AsSpan(starts[row]..starts[row + 1]);

    public double Dot(int row, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = starts[row]; i < starts[row + 1]; i++)
            sum += values[i] * weights[columns[i]];
        return sum;
    }

    public void AddTo(int row, double factor, Span<double> weights)
    {
        for (var i = starts[row]; i < starts[row + 1]; i++)
            weights[columns[i]] += factor * values[i];
    }
}
