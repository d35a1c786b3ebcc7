using AngleSharp.Html.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>A page's own statements about the article, as gathered from all the places that pages make them.</summary>
internal sealed record PageMetadata
{
    public string? CanonicalUrl { get; init; }
    public string? Title { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Modified { get; init; }
    public string? SiteName { get; init; }
    public string? Language { get; init; }
    public string? Image { get; init; }
    public string? ImageCredit { get; init; }

    /// <summary>JSON-LD's articleBody: often cut or out of date, but all there is where the page builds its text by script.</summary>
    public string? Body { get; init; }

    /// <summary>JSON-LD's isAccessibleForFree is false.</summary>
    public bool Paid { get; init; }

    public static PageMetadata Read(IHtmlDocument page, Uri? url)
    {
        var tags = MetaTags.Read(page);
        var data = StructuredData.Read(page);
        var title = PageTitle.Read(page, tags, data, url);
        var siteName = tags.First("og:site_name", "application-name", "dc.publisher") ?? data.Publisher;
        var headline = PageHeadings.Of(page, title);
        var lines = BodyLines.Of(page, headline);
        var language = PageLanguage.Read(page, tags, data);
        var image = data.Image ?? tags.First("og:image", "og:image:secure_url", "og:image:url", "twitter:image", "twitter:image:src") ?? PageImage.Find(page);
        return new PageMetadata
        {
            CanonicalUrl = Canonical(page, tags, url),
            Title = title,
            Authors = PageAuthors.Read(page, tags, data, new SiteNames(siteName, url), headline, lines),
            Published = PageDates.Published(page, tags, data, url, headline, lines, language),
            Modified = PageDates.Modified(page, tags, data),
            SiteName = siteName,
            Language = language,
            Image = Addresses.Absolute(image, page, url),
            ImageCredit = data.ImageCredit is { } credit ? ImageCredits.Clean(credit) : null,
            Body = data.Body,
            Paid = data.Paid,
        };
    }

    private static string? Canonical(IHtmlDocument page, MetaTags tags, Uri? url)
    {
        var link = (page.Head?.QuerySelector("link[rel~=canonical]") ?? page.QuerySelector("link[rel~=canonical]"))?.GetAttribute("href");
        var address = Addresses.Absolute(string.IsNullOrWhiteSpace(link) ? tags.First("og:url") : link, page, url);
        // A canonical address that is the home page is a template's mistake
        if (address is not null && WebUri.TryAbsolute(address, out var canonical) && (url is null || canonical.PathAndQuery.Length > 1 || url.PathAndQuery.Length <= 1))
            return Documents.CanonicalUrl.Normalise(canonical.AbsoluteUri);
        return url is { IsAbsoluteUri: true } ? Documents.CanonicalUrl.Normalise(url) : null;
    }
}
