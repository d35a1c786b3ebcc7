using System.Globalization;

namespace Dateline.Benchmarks.Fuzz;

/// <summary>How long, what, from which seed, and where findings are kept.</summary>
internal sealed record FuzzArguments(double Minutes, IReadOnlyList<FuzzTarget> Targets, int Seed, string Findings)
{
    public const string Usage = "fuzz [--minutes N] [--target NAME] [--seed N] [--findings FOLDER]";

    /// <summary>Null when they are wrong.</summary>
    public static FuzzArguments? Read(IReadOnlyList<string> args)
    {
        var read = new FuzzArguments(8, FuzzTargets.All, Environment.TickCount & int.MaxValue, "fuzz-findings");
        for (var at = 0; at < args.Count; at += 2)
        {
            if (at + 1 == args.Count || With(read, args[at], args[at + 1]) is not { } next)
                return null;
            read = next;
        }

        return read.Targets.Count > 0 ? read : null;
    }

    private static FuzzArguments? With(FuzzArguments read, string name, string value) => name switch
    {
        "--minutes" when double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes > 0 => read with { Minutes = minutes },
        "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => read with { Seed = seed },
        "--target" => read with { Targets = [.. FuzzTargets.All.Where(target => target.Name == value)] },
        "--findings" => read with { Findings = value },
        _ => null,
    };
}
