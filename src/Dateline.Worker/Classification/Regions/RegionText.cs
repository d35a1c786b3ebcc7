namespace Dateline.Worker.Classification.Regions;

/// <summary>What is read of an article for its countries: title, line break and text in a buffer that is used again.</summary>
internal sealed class RegionText
{
    /// <summary>Characters of title and text that are read; a longer text names its countries before that.</summary>
    public const int TitleChars = 400, TextChars = 20_000;

    private char[] characters = new char[2048];
    private int length;

    public ReadOnlySpan<char> Whole => characters.AsSpan(0, length);

    /// <summary>The title's length.</summary>
    public int TitleEnd { get; private set; }

    public void Join(ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        title = title[..Math.Min(title.Length, TitleChars)];
        text = text[..Math.Min(text.Length, TextChars)];
        (length, TitleEnd) = (title.Length + 1 + text.Length, title.Length);
        if (characters.Length < length)
            characters = new char[length];
        title.CopyTo(characters);
        characters[title.Length] = '\n';
        text.CopyTo(characters.AsSpan(title.Length + 1));
    }
}
