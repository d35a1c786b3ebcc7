namespace Dateline.Contracts;

/// <summary>One of the 17 top subjects of IPTC Media Topics that an article is about.</summary>
/// <param name="Id">The concept, for example <c>medtop:16000000</c>.</param>
/// <param name="Slug">The word that stands in routing keys, for example <c>conflict</c>.</param>
/// <param name="Name">IPTC's English name.</param>
/// <param name="Confidence">Calibrated probability, 0 to 1.</param>
/// <param name="Evidence">The words that spoke for it, the strongest first.</param>
public sealed record Topic(string Id, string Slug, string Name, double Confidence, IReadOnlyList<string> Evidence);
