using System.Diagnostics;

namespace Dateline.Benchmarks.Fuzz;

/// <summary>Leaves out of an input whatever it does the same wrong without: halves first, bytes last.</summary>
internal static class FuzzMinimiser
{
    private const int MostTries = 5_000;

    /// Pages take tenths of a second each
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <param name="fails">Whether an input does the same wrong.</param>
    public static byte[] Minimise(byte[] input, Func<byte[], bool> fails)
    {
        var (tries, began) = (0, Stopwatch.GetTimestamp());
        bool HasTime() => tries < MostTries && Stopwatch.GetElapsedTime(began) < Longest;
        for (var length = Math.Max(input.Length / 2, 1); ; length = Math.Max(length / 2, 1))
        {
            var before = input.Length;
            for (var at = 0; at < input.Length && HasTime(); tries++)
            {
                byte[] shorter = [.. input.AsSpan(0, at), .. input.AsSpan(Math.Min(at + length, input.Length))];
                if (fails(shorter))
                    input = shorter;
                else
                    at += length;
            }

            if (!HasTime() || length == 1 && input.Length == before)
                return input;
        }
    }
}
