namespace Dateline.Contracts;

/// <summary>One of the 17 top subjects of IPTC Media Topics that an article is about.</summary>
/// <param name="Id">The concept, for example <c>medtop:16000000</c>.</param>
/// <param name="Slug">The word that stands in routing keys, for example <c>conflict</c>.</param>
/// <param name="Name">IPTC's English name.</param>
/// <param name="Confidence">Calibrated probability, 0 to 1.</param>
/// <param name="Evidence">The words that spoke for it, the strongest first.</param>
public sealed record Topic(string Id, string Slug, string Name, double Confidence, IReadOnlyList<string> Evidence)
{
    /// <summary>Arts, culture, entertainment and media.</summary>
    public const string Arts = "arts";

    /// <summary>Crime, law and justice.</summary>
    public const string Crime = "crime";

    /// <summary>Disaster, accident and emergency incident.</summary>
    public const string Disaster = "disaster";

    /// <summary>Economy, business and finance.</summary>
    public const string Economy = "economy";

    /// <summary>Education.</summary>
    public const string Education = "education";

    /// <summary>Environment.</summary>
    public const string Environment = "environment";

    /// <summary>Health.</summary>
    public const string Health = "health";

    /// <summary>Human interest.</summary>
    public const string HumanInterest = "human-interest";

    /// <summary>Labour.</summary>
    public const string Labour = "labour";

    /// <summary>Lifestyle and leisure.</summary>
    public const string Lifestyle = "lifestyle";

    /// <summary>Politics and government.</summary>
    public const string Politics = "politics";

    /// <summary>Religion.</summary>
    public const string Religion = "religion";

    /// <summary>Science and technology.</summary>
    public const string Science = "science";

    /// <summary>Society.</summary>
    public const string Society = "society";

    /// <summary>Sport.</summary>
    public const string Sport = "sport";

    /// <summary>Conflict, war and peace.</summary>
    public const string Conflict = "conflict";

    /// <summary>Weather.</summary>
    public const string Weather = "weather";
}
