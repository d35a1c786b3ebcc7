using System.Text;

namespace Dateline.Benchmarks.Fuzz;

/// <summary>A reader of others' bytes: what its language is made of, what inputs to begin with, and what must hold of every input.</summary>
internal abstract class FuzzTarget
{
    /// What reading beyond either end of an input would find
    private static readonly byte[] Around = "<item>\"'&#x41;]]>-->{[,"u8.ToArray();

    public abstract string Name { get; }

    /// <summary>Bytes of an input.</summary>
    public virtual int Longest => 16_384;

    /// <summary>Bytes from the heap that all checks of one input may take: some ten times what the worst seed takes, since it is there against leaps.</summary>
    public abstract long MostAllocated(int length);

    /// <summary>Pieces that chance would not find.</summary>
    public abstract IReadOnlyList<string> Pieces { get; }

    public abstract IEnumerable<byte[]> Seeds(FuzzSeeds seeds);

    /// <exception cref="BrokenPropertyException">Something that must hold does not.</exception>
    public abstract void Check(byte[] input);

    protected static void Require(bool holds, string property)
    {
        if (!holds)
            throw new BrokenPropertyException(property);
    }

    protected static void RequireClean(string field, params IEnumerable<string?> texts)
    {
        foreach (var text in texts)
            Require(text is null || IsClean(text), $"{field} is without control characters and half pairs");
    }

    protected static void RequireWebAddress(string field, string? address) =>
        Require(address is null || Worker.WebUri.TryAbsolute(address, out var uri) && uri.Scheme is "http" or "https", $"{field} is a web address");

    /// <summary>The same bytes in the middle of others.</summary>
    protected static ReadOnlyMemory<byte> Within(byte[] input) => new byte[][] { Around, input, Around }.SelectMany(part => part).ToArray().AsMemory(Around.Length, input.Length);

    /// <summary>As the product understands it, but not by the product's own means.</summary>
    private static bool IsClean(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done
                || Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r') || rune.Value is 0x202D or 0x202E or 0xFFFE or 0xFFFF)
                return false;
            rest = rest[length..];
        }

        return true;
    }
}

/// <summary>A property that an input does not have.</summary>
internal sealed class BrokenPropertyException(string property) : Exception(property);
