namespace Dateline.Worker.Classification.Watches;

/// <summary>A part of a rule.</summary>
internal abstract record WatchNode
{
    /// <summary>A word or phrase; <c>*</c> stands for any letters, <c>?</c> for one.</summary>
    /// <param name="Id">The term's number in the index of its set.</param>
    internal sealed record Term(string Text, WatchField Field, int Id = -1) : WatchNode;

    /// <summary>What is known of the article beside its words.</summary>
    internal sealed record Tag(WatchTag Kind, string Value) : WatchNode;

    internal sealed record And(IReadOnlyList<WatchNode> Parts) : WatchNode;

    internal sealed record Or(IReadOnlyList<WatchNode> Parts) : WatchNode;

    internal sealed record Not(WatchNode Part) : WatchNode;

    /// <summary>Each part is a term or terms joined by OR; they stand at most <paramref name="Words"/> words apart, in any order.</summary>
    internal sealed record Near(IReadOnlyList<WatchNode> Parts, int Words) : WatchNode;

    /// <summary>The weights of the parts that hold come to the threshold; a part counts once.</summary>
    internal sealed record AtLeast(double Threshold, IReadOnlyList<(WatchNode Part, double Weight)> Parts) : WatchNode;
}

/// <summary>Where a term is looked for.</summary>
internal enum WatchField
{
    Anywhere,
    Title,
    Text,
}

/// <summary>What a tag is compared with.</summary>
internal enum WatchTag
{
    Topic,

    /// <summary>A label of the user's own, with or without its taxonomy.</summary>
    Label,

    /// <summary>A country in focus.</summary>
    Country,

    /// <summary>A country that is named, in focus or not.</summary>
    Mention,

    /// <summary>The sub-region or continent of a country in focus.</summary>
    Region,
    Language,

    /// <summary>A feed's id or title.</summary>
    Feed,

    /// <summary>The host of the article's address, or a domain above it.</summary>
    Site,
    Author,
}

/// <summary>A user's rule; <paramref name="Line"/> is where it begins in its file.</summary>
internal sealed record WatchRule(string Name, WatchNode Root, int Line);

/// <summary>Why a rule was refused; lines and columns count from 1.</summary>
internal sealed record WatchProblem(string? Name, int Line, int Column, string Message);
