using System.Text.RegularExpressions;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles;

/// <summary>A feed's HTML as plain paragraphs, parted by a blank line. Time grows with the length alone, whatever the markup.</summary>
internal static partial class HtmlParagraphs
{
    public static string Of(string html) => string.Join("\n\n", Blocks().Split(HtmlScripts.Remove(html))
        .Select(block => HtmlText.Plain(block).Trim())
        .Where(block => block.Length > 0));

    [GeneratedRegex(@"</?(p|div|br|li|ul|ol|h[1-6]|blockquote|section|article|table|tr|figure|figcaption|pre|hr)\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Blocks();
}
