using System.Text.RegularExpressions;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>A paragraph of the article that opens as an offer does: it says where to sign up, then goes on about what the article is about, not about the site.</summary>
internal static partial class SignUpText
{
    private const int ShortestRest = 50;

    public static bool IsOfArticle(string text) => GoesOn().Match(text) is { Success: true } match && text.Length - match.Length >= ShortestRest && !OfSite().IsMatch(text);

    [GeneratedRegex(@"^(?:sign[ -]?up|subscribe)\b[^.!?:]{3,120}\. (?=\p{Lu}.*[.!?\u201D""]$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\b(?:our|ours|us|we|newsletters?|inbox|e-?mails?|free|trial|account|access|updates?|alerts?|stories|story|coverage|headlines|journalism|reporting|news|subscri(?!be\b)\w+|members?|podcasts?|app|channel|brief(?:ing)?|digest|daily|weekly|unlimited|cancel|privacy|terms)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfSite();
}
