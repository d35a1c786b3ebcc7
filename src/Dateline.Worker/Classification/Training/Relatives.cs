namespace Dateline.Worker.Classification.Training;

/// <summary>
/// What a sentence of another language weighs when a language is learned: languages of one family share roots, and those of one script names and the
/// words that all borrow.
/// </summary>
internal static class Relatives
{
    private const double SameLanguage = 1, SameFamily = .2, SameScript = .05;

    private static readonly string[][] Scripts = [["cs", "de", "en", "es", "fr", "hu", "id", "it", "nl", "pl", "pt", "ro", "sv", "tr", "vi"], ["ru", "uk"], ["ar", "fa"]];

    // Persian is no Semitic language, but its words for public affairs are Arabic
    private static readonly string[][] Families = [["es", "fr", "it", "pt", "ro"], ["de", "en", "nl", "sv"], ["cs", "pl"], ["ru", "uk"], ["ar", "fa"]];

    /// <summary>0 for a language of another script.</summary>
    public static double Trust(string language, string other) =>
        other == language ? SameLanguage
        : AreTogether(Families, language, other) ? SameFamily
        : AreTogether(Scripts, language, other) ? SameScript : 0;

    private static bool AreTogether(string[][] groups, string one, string other) => groups.Any(group => group.Contains(one) && group.Contains(other));
}
