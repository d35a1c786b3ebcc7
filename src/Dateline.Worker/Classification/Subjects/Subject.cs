namespace Dateline.Worker.Classification.Subjects;

/// <summary>A subject of the second level: what an article about a topic is about within it.</summary>
/// <param name="Slug">Its word in routing keys.</param>
/// <param name="Topics">The topics that it belongs to, by their places in the topics' catalogue; an article with none of them has not the subject.</param>
/// <param name="Name">As IPTC Media Topics name it.</param>
internal sealed record Subject(string Slug, int[] Topics, string Name);
