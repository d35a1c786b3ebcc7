using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>
/// The pages of one article by their addresses: the same but for a number, as in /ferry and /ferry/2, /ferry.html and /ferry-2.html,
/// ?page=2. What follows an article in another way, such as the next one of a blog, has another address.
/// </summary>
internal static partial class PageNumbers
{
    /// <summary>Whether the address is that of the page after this one.</summary>
    public static bool IsNext(Uri page, Uri next)
    {
        var (here, there) = (Of(page), Of(next));
        return there.IsMarked && there.Number == here.Number + 1 && here.Base.Equals(there.Base, StringComparison.Ordinal)
            && page.IdnHost.Equals(next.IdnHost, StringComparison.OrdinalIgnoreCase) && page.Port == next.Port;
    }

    /// <summary>Whether pages may follow this one: an address that ends with a number of its own may be that of a part or an edition.</summary>
    public static bool IsFirst(Uri page) => Of(page) is { Number: 1 } here && (!here.IsMarked || here.IsSure);

    private static (string Base, int Number, bool IsMarked, bool IsSure) Of(Uri url)
    {
        var path = url.AbsolutePath.TrimEnd('/');
        if (InQuery().Match(url.Query) is { Success: true } query)
            return (path + url.Query.Remove(query.Index, query.Length).TrimEnd('?', '&'), Number(query), true, true);
        if (InPath().Match(path) is { Success: true } marked)
            return (marked.Groups["base"].Value + marked.Groups["extension"].Value + url.Query, Number(marked), true, marked.Groups["sign"].Value is "/" || marked.Groups["word"].Success);
        return (path + url.Query, 1, false, true);
    }

    private static int Number(Match match) => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=[?&])(?:page|p|seite|pg|pagina|pageno|page_no)=(?<number>[1-9]\d?)(?:&|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InQuery();

    [GeneratedRegex(@"^(?<base>.+?)(?<sign>[/_,.-])(?:(?<word>page|seite|pagina|p)[/_=-]?)?(?<number>[1-9]\d?)(?<extension>\.[a-z]{3,5})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InPath();
}
