using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>The picture of a page that names none in its data: the first under the headline that is large enough to be one.</summary>
internal static class PageImage
{
    private const int SmallestSide = 200;
    private const int MaxImages = 60;

    public static string? Find(IHtmlDocument page)
    {
        var heading = page.QuerySelector("h1");
        foreach (var image in page.QuerySelectorAll("article img, main img, figure img, body img").Take(MaxImages))
        {
            var below = heading is null || heading.CompareDocumentPosition(image).HasFlag(DocumentPositions.Following);
            var address = image.GetAttribute("data-src") ?? image.GetAttribute("src");
            if (below && IsPicture(address) && IsLarge(image, "width") && IsLarge(image, "height") && image.Closest("nav, header nav, footer, aside") is null)
                return address;
        }

        return null;
    }

    private static bool IsPicture(string? address) =>
        !string.IsNullOrWhiteSpace(address) && !address.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
        && !address.Contains(".svg", StringComparison.OrdinalIgnoreCase) && !address.Contains(".gif", StringComparison.OrdinalIgnoreCase)
        && !address.Contains("logo", StringComparison.OrdinalIgnoreCase) && !address.Contains("avatar", StringComparison.OrdinalIgnoreCase);

    private static bool IsLarge(IElement image, string side) =>
        !int.TryParse(image.GetAttribute(side), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) || pixels >= SmallestSide;
}
