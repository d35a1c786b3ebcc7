using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Worker.Classification;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Articles;

/// <summary>Puts an article's event together from its row, its page and its tags. Pure.</summary>
internal static class TaggedArticle
{
    /// <summary>A page's text replaces the feed's unless it is this much shorter: then the extraction went wrong.</summary>
    private const double WorthHaving = 0.6;

    /// <summary>What the event's text is taken from: the page, unless a wall stands there or the feed has more.</summary>
    public static string ChooseText(string feedText, ExtractedArticle? page) =>
        page is { Wall: null } && page.Text.Length > 0 && page.Text.Length >= feedText.Length * WorthHaving ? page.Text : feedText;

    public static ArticleTagged Create(ArticleRow row, ExtractedArticle? page, string summary, string text, Tags tags, ArticleStory? story,
        IReadOnlyList<string> watches)
    {
        var feedAuthors = JsonSerializer.Deserialize<string[]>(row.Authors) ?? [];
        var usable = page is { Wall: null } ? page : null;
        return new ArticleTagged
        {
            ArticleId = Guid.Parse(row.Id),
            Revision = (int)row.Revision,
            Sequence = row.Sequence,
            Url = row.Url,
            CanonicalUrl = usable?.CanonicalUrl ?? row.CanonicalUrl,
            Title = row.Title.Length > 0 ? row.Title : usable?.Title ?? "",
            Summary = summary,
            Text = text,
            Authors = usable is { Authors.Count: > 0 } ? usable.Authors : feedAuthors,
            Published = UnixTime.FromMilliseconds(row.PublishedAt) ?? usable?.Published?.ToUniversalTime(),
            FirstSeen = UnixTime.FromMilliseconds(row.FirstSeenAt),
            Language = tags.Language,
            Feed = new ArticleFeed(row.FeedId, row.FeedTitle, row.FeedUrl, row.FeedHomepage),
            Image = (usable?.Image ?? row.Image) is { } image ? new ArticleImage(image, usable?.ImageCredit) : null,
            Topics = tags.Topics,
            Regions = tags.Regions,
            Story = story,
            Labels = tags.Labels,
            Watches = watches,
            RoutingKeys = RoutingKeys.For(tags.Topics, tags.Regions, tags.Language, watches, tags.Labels),
        };
    }

    /// <summary>The same article and revision always have the same message id (a name-based UUID, version 8 of RFC 9562).</summary>
    public static Guid MessageId(Guid articleId, int revision)
    {
        Span<byte> bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"article {articleId} {revision}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
