using AngleSharp.Html.Dom;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>Addresses of a page made absolute: against its base element, then its own address.</summary>
internal static class Addresses
{
    public static string? Absolute(string? address, IHtmlDocument page, Uri? url)
    {
        var baseUrl = page.Head?.QuerySelector("base[href]")?.GetAttribute("href");
        var root = url is { IsAbsoluteUri: true } ? url.AbsoluteUri : null;
        var absolute = WebAddress.Absolute(address, WebAddress.Absolute(baseUrl, root) ?? root);
        // without an address of its own, a page's relative addresses stay so
        return absolute is not null && root is null && !absolute.Contains(':') ? absolute : WebAddress.Link(absolute);
    }
}
