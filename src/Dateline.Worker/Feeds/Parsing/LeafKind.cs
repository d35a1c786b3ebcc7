namespace Dateline.Worker.Feeds.Parsing;

/// <summary>What stands in an element that holds text and CDATA alone.</summary>
[Flags]
internal enum LeafKind
{
    /// <summary>Text that stands for itself.</summary>
    Plain = 0,

    /// <summary>Text with references, carriage returns or forbidden characters.</summary>
    Coded = 1,

    /// <summary>Sections of CDATA.</summary>
    Sections = 2,
}
