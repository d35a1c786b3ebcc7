using System.Globalization;

namespace Dateline.Benchmarks.Fuzz;

/// <summary>What an input was found to do wrong; inputs with the same <paramref name="Key"/> do the same wrong.</summary>
internal sealed record FuzzFault(string Key, string Message);

/// <summary>One execution.</summary>
internal static class FuzzCase
{
    /// <returns>Null when all that must hold holds.</returns>
    public static FuzzFault? Try(FuzzTarget target, byte[] input, out long allocated)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            target.Check(input);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return allocated <= target.MostAllocated(input.Length)
                ? null
                : new FuzzFault("allocation", string.Create(CultureInfo.InvariantCulture, $"{allocated >> 20} MB from the heap for {input.Length} bytes"));
        }
        catch (BrokenPropertyException e)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return new FuzzFault(e.Message, $"it does not hold that {e.Message}");
        }
#pragma warning disable CA1031 // whatever is thrown is what is looked for
        catch (Exception e)
#pragma warning restore CA1031
        {
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var place = (e.StackTrace ?? "").Split('\n').FirstOrDefault(line => line.Contains("Dateline.Worker", StringComparison.Ordinal))?.Trim();
            return new FuzzFault($"{e.GetType().Name} {place}", $"{e}");
        }
    }
}
