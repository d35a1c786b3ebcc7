using Dateline.Worker.Articles;
using Dateline.Worker.Tests.Articles.Extraction;

namespace Dateline.Benchmarks.Pages;

/// <summary>The fields that pages are known to have, and how many of them were taken right.</summary>
internal sealed class FieldCounts
{
    public const string TitleOrMore = "title or more";

    private readonly SortedDictionary<string, (int Right, int All)> fields = [];

    public double Share(string field) => fields.TryGetValue(field, out var count) ? count.Right / (double)count.All : 0;

    /// <summary>Counts a page; the answer names the fields that are wrong.</summary>
    public IReadOnlyList<string> Add(TrafilaturaPage page, ExtractedArticle article)
    {
        var wrong = new List<string>();
        Count("title", page.Title, page.HasTitle(article.Title), wrong);
        Count(TitleOrMore, page.Title, page.HoldsTitle(article.Title), []);
        Count("author", page.Author.Length > 0 ? page.Author : null, page.HasAuthor(article.Authors), wrong);
        Count("date", page.Date, page.HasDate(article.Published), wrong);
        return wrong;
    }

    private void Count(string field, string? wanted, bool right, List<string> wrong)
    {
        if (wanted is null)
            return;
        var count = fields.GetValueOrDefault(field);
        fields[field] = (count.Right + (right ? 1 : 0), count.All + 1);
        if (!right)
            wrong.Add(field);
    }
}
