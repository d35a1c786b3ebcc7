namespace Dateline.Contracts;

/// <summary>A label that an article has: of a taxonomy of your own, or a subject within its topics (taxonomy <c>subject</c>).</summary>
/// <param name="Taxonomy">The taxonomy's name, as in the routing key <c>label.TAXONOMY.SLUG</c>.</param>
/// <param name="Id">The label's id in its taxonomy.</param>
/// <param name="Slug">Its word in routing keys.</param>
/// <param name="Name">For people.</param>
/// <param name="Confidence">Calibrated probability, 0 to 1.</param>
/// <param name="Evidence">The words that spoke most for it, the strongest first.</param>
public sealed record ArticleLabel(string Taxonomy, string Id, string Slug, string Name, double Confidence, IReadOnlyList<string> Evidence);
