using System.Globalization;

namespace Dateline.Benchmarks.Day;

/// <summary><c>day [--feeds N] [--hours N] [--postgres CONNECTION] [--concurrency N] [--speed N]</c>; the speed is the clock's highest.</summary>
internal sealed record DayArguments(int Feeds = 100_000, double Hours = 24, string? PostgreSql = null, int Concurrency = 512, double Speed = 200)
{
    /// <summary>Null when they are wrong.</summary>
    public static DayArguments? Read(string[] args)
    {
        var read = new DayArguments();
        if (args.Length % 2 != 0)
            return null;
        foreach (var pair in args.Chunk(2))
        {
            var number = double.TryParse(pair[1], CultureInfo.InvariantCulture, out var value) && value > 0;
            var next = pair[0] switch
            {
                "--feeds" when number => read with { Feeds = (int)value },
                "--hours" when number => read with { Hours = value },
                "--concurrency" when number => read with { Concurrency = (int)value },
                "--speed" when number => read with { Speed = value },
                "--postgres" => read with { PostgreSql = pair[1] },
                _ => null,
            };
            if (next is null)
                return null;
            read = next;
        }

        return read;
    }
}
