using System.Buffers;
using System.Text.Unicode;

namespace Dateline.Worker.Documents;

/// <summary>
/// Characters in a rented array. A document as a string would stand among the large objects, which only a full collection frees.
/// </summary>
internal sealed class TextBuffer : IDisposable
{
    private char[] characters;

    public TextBuffer(int capacity = 1024) => characters = ArrayPool<char>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => characters.AsSpan(0, Length);

    /// <summary>The array itself, for who reads it character by character; what is beyond <see cref="Length"/> is not the text's.</summary>
    public char[] Characters => characters;

    public void Clear() => Length = 0;

    public void CutTo(int length) => Length = length;

    public void Append(char character)
    {
        if (Length == characters.Length)
            Grow(1);
        characters[Length++] = character;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        Length += text.Length;
    }

    /// <summary>Appends what valid UTF-8 says.</summary>
    public void AppendUtf8(ReadOnlySpan<byte> text)
    {
        // A character takes no more UTF-16 than it takes bytes
        Utf8.ToUtf16(text, Room(text.Length), out _, out var written);
        Length += written;
    }

    /// <summary>Space for at least so many characters more; <see cref="Advance"/> tells how many were written.</summary>
    public Span<char> Room(int length)
    {
        if (characters.Length - Length < length)
            Grow(length);
        return characters.AsSpan(Length);
    }

    public void Advance(int written) => Length += written;

    public override string ToString() => Written.ToString();

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(characters);
        characters = [];
        Length = 0;
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Length + length, characters.Length * 2));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(characters);
        characters = larger;
    }
}
