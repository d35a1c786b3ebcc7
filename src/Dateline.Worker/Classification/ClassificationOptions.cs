namespace Dateline.Worker.Classification;

/// <summary>How articles are tagged (section <c>Classification</c>).</summary>
internal sealed class ClassificationOptions
{
    /// <summary>The file of a topic model that <c>dateline train --data</c> wrote. The default is none: the built-in model.</summary>
    public string? TopicModel { get; set; }
}
