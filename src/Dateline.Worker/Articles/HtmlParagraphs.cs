using System.Text;
using System.Text.RegularExpressions;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles;

/// <summary>A feed's HTML as plain paragraphs, parted by a blank line. Time grows with the length alone, whatever the markup.</summary>
internal static partial class HtmlParagraphs
{
    /// <summary>Elements whose content is not for reading.</summary>
    private static readonly string[] Unread = ["script", "style", "iframe", "noscript"];

    public static string Of(string html) => string.Join("\n\n", Blocks().Split(Unread.Aggregate(html, Without))
        .Select(block => HtmlText.Plain(block).Trim())
        .Where(block => block.Length > 0));

    /// <summary>Leaves out each of these elements with its content; one that is never closed keeps it.</summary>
    private static string Without(string html, string element)
    {
        var (open, close) = ($"<{element}", $"</{element}");
        var kept = new StringBuilder(html.Length);
        var from = 0;
        while (html.IndexOf(open, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
        {
            var end = html.IndexOf(close, start, StringComparison.OrdinalIgnoreCase);
            var after = end < 0 ? -1 : html.IndexOf('>', end);
            if (after < 0)
                break;
            kept.Append(html, from, start - from).Append(' ');
            from = after + 1;
        }

        return from == 0 ? html : kept.Append(html, from, html.Length - from).ToString();
    }

    [GeneratedRegex(@"</?(p|div|br|li|ul|ol|h[1-6]|blockquote|section|article|table|tr|figure|figcaption|pre|hr)\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Blocks();
}
