using Dateline.Contracts;
using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Articles.Stories;

/// <summary>Finds the story that an article tells: near-duplicates over all feeds share one, within a window of days.</summary>
internal sealed class StoryFinder(StoryStore stories, IOptions<StoryOptions> options)
{
    /// <summary>Fewer shingles say little: such texts must be nearly the same.</summary>
    private const int ShortText = 25;

    private const double SimilarityOfShort = 0.9;

    /// <summary>Null when stories are switched off or there is no text to compare.</summary>
    /// <param name="text">The body; the title's words change from paper to paper and are not compared unless there is no body.</param>
    public async Task<ArticleStory?> Find(ArticleRow article, string text, CancellationToken cancellationToken)
    {
        if (options.Value.WindowDays == 0)
            return null;
        var shingles = Shingles.Of(text);
        if (shingles.Count < ShortText)
            shingles = Shingles.Of($"{article.Title}\n{text}");
        if (MinHash.Of(shingles) is not { } signature)
            return null;

        var least = shingles.Count < ShortText ? Math.Max(SimilarityOfShort, options.Value.Similarity) : options.Value.Similarity;
        var found = await stories.Place(
            article.Id, signature.Bytes.ToArray(), signature.BandHashes(), stored => signature.Similarity(MinHash.FromBytes(stored)) >= least,
            TimeSpan.FromDays(options.Value.WindowDays), cancellationToken);
        return new ArticleStory(Guid.Parse(found.StoryId), found.Size, Guid.Parse(found.FirstArticleId));
    }
}
