namespace Dateline.Worker.Http.Robots;

/// <summary>An allow or disallow line. <c>*</c> stands for any run of characters, <c>$</c> at the end for the end of the path.</summary>
internal sealed class RobotsRule
{
    private readonly string[] parts;
    private readonly bool toTheEnd;

    public RobotsRule(string pattern, bool allows)
    {
        var normal = RobotsPath.Normalise(pattern);
        Allows = allows;
        Length = normal.Length;
        toTheEnd = normal.EndsWith('$');
        parts = (toTheEnd ? normal[..^1] : normal).Split('*');
    }

    public bool Allows { get; }

    /// <summary>The longer of two rules that match is meant.</summary>
    public int Length { get; }

    /// <summary>Leftmost matches of the parts between the stars, one after the other: linear in the path.</summary>
    public bool Matches(string path)
    {
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        if (parts.Length == 1)
            return !toTheEnd || path.Length == parts[0].Length;

        var at = parts[0].Length;
        for (var index = 1; index < parts.Length - 1; index++)
        {
            var found = path.IndexOf(parts[index], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + parts[index].Length;
        }

        var last = parts[^1];
        return toTheEnd
            ? path.Length - at >= last.Length && path.EndsWith(last, StringComparison.Ordinal)
            : path.IndexOf(last, at, StringComparison.Ordinal) >= 0;
    }
}
