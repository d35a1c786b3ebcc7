namespace Dateline.Worker.Classification.Watches;

internal enum WatchTokenKind
{
    Word,

    /// <summary>In quotation marks, which the text is without.</summary>
    Phrase,
    And,
    Or,
    Not,

    /// <summary>The text is the distance.</summary>
    Near,
    AtLeast,
    Open,
    Close,

    /// <summary>The text is the number.</summary>
    Weight,

    /// <summary>The text is the name before the colon.</summary>
    Field,
    End,
}

/// <summary>A token and its place, from 1.</summary>
internal readonly record struct WatchToken(WatchTokenKind Kind, string Text, int Line, int Column);

/// <summary>Stops the reading of one rule; caught where the rule ends.</summary>
internal sealed class WatchSyntaxException(int line, int column, string message) : FormatException(message)
{
    public int Line => line;

    public int Column => column;
}
