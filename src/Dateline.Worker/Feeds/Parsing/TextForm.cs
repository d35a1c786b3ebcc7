namespace Dateline.Worker.Feeds.Parsing;

/// <summary>How an entry's text is written in its element.</summary>
internal enum TextForm
{
    /// <summary>HTML, kept with the space around it.</summary>
    Html,

    /// <summary>HTML in a construct of Atom, without the space around it.</summary>
    HtmlConstruct,

    /// <summary>Plain text in a construct of Atom, unless it is HTML after all.</summary>
    PlainConstruct,

    /// <summary>Elements, kept with the space around them.</summary>
    Markup,

    /// <summary>Elements in a construct of Atom, without the space around them.</summary>
    MarkupConstruct,
}
