namespace Dateline.Worker.Classification.Training;

/// <summary>
/// What a sentence of another language weighs when a language is learned: its themes are the same, and languages of one family share roots, names and the words
/// that all borrow.
/// </summary>
internal static class Relatives
{
    private const double SameLanguage = 1, SameFamily = .2, Other = .05;

    // Persian is no Semitic language, but its words for public affairs are Arabic
    private static readonly string[][] Families = [["es", "fr", "it", "pt", "ro"], ["de", "en", "nl", "sv"], ["cs", "pl"], ["ru", "uk"], ["ar", "fa"]];

    public static double Trust(string language, string other) =>
        other == language ? SameLanguage : Families.Any(family => family.Contains(language) && family.Contains(other)) ? SameFamily : Other;
}
