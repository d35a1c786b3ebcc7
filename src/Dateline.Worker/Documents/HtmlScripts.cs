using System.Buffers;
using System.Text;

namespace Dateline.Worker.Documents;

/// <summary>Takes scripts and styles out of HTML with what is in them: they are no text, and nobody who reads a feed wants them run.</summary>
internal static class HtmlScripts
{
    private static readonly string[] Names = ["script", "style"];

    // One search for both: nearly all HTML in feeds has neither
    private static readonly SearchValues<string> Openings = SearchValues.Create(["<script", "<style"], StringComparison.OrdinalIgnoreCase);

    public static string Remove(string html)
    {
        if (!html.AsSpan().ContainsAny(Openings))
            return html;
        foreach (var name in Names)
        {
            if (html.Contains("<" + name, StringComparison.OrdinalIgnoreCase))
                html = Remove(html, name);
        }

        return html;
    }

    private static string Remove(string html, string name)
    {
        var (opening, closing) = ("<" + name, "</" + name);
        var kept = new StringBuilder(html.Length);
        var at = 0;
        while (Find(html, opening, at) is var start and >= 0)
        {
            kept.Append(html, at, start - at);
            var end = Find(html, closing, start);
            var bracket = end < 0 ? -1 : html.IndexOf('>', end);
            // What is never closed runs to the end, in browsers too
            at = bracket < 0 ? html.Length : bracket + 1;
        }

        return kept.Append(html, at, html.Length - at).ToString();
    }

    /// The name must end there: no script-like element is one
    private static int Find(string html, string tag, int from)
    {
        for (var at = html.IndexOf(tag, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = html.IndexOf(tag, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at + tag.Length == html.Length || !char.IsAsciiLetterOrDigit(html[at + tag.Length]) && html[at + tag.Length] != '-')
                return at;
        }

        return -1;
    }
}
