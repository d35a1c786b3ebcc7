namespace Dateline.Worker.Documents;

/// <summary>Scripts that do not part their words with spaces, of the basic plane.</summary>
internal static class UnspacedScripts
{
    /// <summary>Thai, Lao, Burmese and Khmer; kana and Han.</summary>
    public static bool Contains(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');
}
