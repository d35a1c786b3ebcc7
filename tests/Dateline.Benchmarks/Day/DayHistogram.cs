namespace Dateline.Benchmarks.Day;

/// <summary>Counts in steps of a hundredth, so that a day of polls takes no memory; the largest is kept as it is.</summary>
internal sealed class DayHistogram
{
    private const int Steps = 100_000;

    private readonly int[] counts = new int[Steps + 1];
    private readonly Lock door = new();

    public long Count { get; private set; }

    public double Largest { get; private set; }

    public void Add(double value)
    {
        lock (door)
        {
            counts[(int)Math.Clamp(value * 100, 0, Steps)]++;
            Count++;
            Largest = Math.Max(Largest, value);
        }
    }

    public double At(double share)
    {
        lock (door)
        {
            var left = (long)(share * Count);
            for (var step = 0; step < Steps; step++)
            {
                if ((left -= counts[step]) < 0)
                    return step / 100.0;
            }

            return Largest;
        }
    }
}
