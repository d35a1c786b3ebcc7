using System.Text.RegularExpressions;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles;

/// <summary>A feed's HTML as plain paragraphs, parted by a blank line.</summary>
internal static partial class HtmlParagraphs
{
    public static string Of(string html) => string.Join("\n\n", Blocks().Split(Unread().Replace(html, " "))
        .Select(block => HtmlText.Plain(block).Trim())
        .Where(block => block.Length > 0));

    [GeneratedRegex(@"</?(p|div|br|li|ul|ol|h[1-6]|blockquote|section|article|table|tr|figure|figcaption|pre|hr)\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"<(?<name>script|style|iframe|noscript)\b[^>]*>.*?</\k<name>\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Unread();
}
