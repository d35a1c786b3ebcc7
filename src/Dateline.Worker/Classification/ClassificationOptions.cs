namespace Dateline.Worker.Classification;

/// <summary>How articles are tagged (section <c>Classification</c>).</summary>
internal sealed class ClassificationOptions
{
    /// <summary>The file of a topic model that <c>dateline train --data</c> wrote. The default is none: the built-in model.</summary>
    public string? TopicModel { get; set; }

    /// <summary>Whether articles get the built-in topics. The default is true; false leaves labels of your own alone, and <c>none</c> in place of the topic in routing keys.</summary>
    public bool Topics { get; set; } = true;

    /// <summary>
    /// Whether articles get the subjects within their topics (terrorism, election, soccer) as labels, with the routing key <c>label.subject.election</c>. The default is
    /// false. Needs the built-in topics.
    /// </summary>
    public bool Subjects { get; set; }

    /// <summary>The files of models with labels of your own that <c>dateline train --data --labels</c> wrote, each a taxonomy. The default is none.</summary>
    public string[] Taxonomies { get; set; } = [];
}
