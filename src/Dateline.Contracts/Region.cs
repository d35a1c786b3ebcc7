namespace Dateline.Contracts;

/// <summary>A country that an article is about or mentions.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="Name">English short name.</param>
/// <param name="Subregion">UN M49 sub-region as a slug (<c>western-asia</c>).</param>
/// <param name="Continent">UN M49 continent as a slug (<c>asia</c>).</param>
/// <param name="Role"><c>focus</c>: the story is about it; <c>mention</c>: it is only named.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Evidence">The forms in the text that named it, the strongest first.</param>
public sealed record Region(
    string Code, string Name, string Subregion, string Continent, string Role, double Confidence, IReadOnlyList<string> Evidence)
{
    /// <summary>The role of a country that the story is about.</summary>
    public const string Focus = "focus";

    /// <summary>The role of a country that is only named.</summary>
    public const string Mention = "mention";
}
