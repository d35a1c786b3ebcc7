using Dateline.Worker.Feeds.Parsing;

namespace Dateline.Worker.Demo;

/// <summary>What a feed of the demo does besides serving its articles.</summary>
internal enum DemoBehaviour
{
    Steady,

    /// <summary>Answers 301 to its new address.</summary>
    Moves,

    /// <summary>Works once, then answers with an error once.</summary>
    Breaks,

    /// <summary>Sends a document with undeclared entities, a bare ampersand and no end.</summary>
    Malformed,

    /// <summary>Adds an article every few seconds.</summary>
    Live,
}

/// <summary>A feed of the demo's site. <paramref name="Name"/> is also what the articles' <c>feed</c> line says.</summary>
internal sealed record DemoFeed(string Name, string Path, FeedFormat Format, string Title, string Language, string? Country, DemoBehaviour Behaviour = DemoBehaviour.Steady)
{
    public static readonly IReadOnlyList<DemoFeed> All =
    [
        new("world", "/world.rss", FeedFormat.Rss20, "The Harbour Post: World", "en", null),
        new("europe", "/europe.atom", FeedFormat.Atom10, "The Harbour Post: Europe", "en", null),
        new("business", "/business.json", FeedFormat.Json11, "The Harbour Post: Business", "en", null),
        new("science", "/science.rdf", FeedFormat.Rss10, "The Harbour Post: Science and Health", "en", null),
        new("sport", "/sport.rss", FeedFormat.Rss20, "The Harbour Post: Sport", "en", null),
        new("monde", "/fr/monde.atom", FeedFormat.Atom10, "Le Courrier du Port", "fr", "FR"),
        new("welt", "/de/welt.rss", FeedFormat.Rss20, "Hafenbote", "de", "DE"),
        new("mundo", "/es/mundo.rss", FeedFormat.Rss091, "El Correo del Puerto", "es", "ES"),
        new("brasil", "/pt/brasil.json", FeedFormat.Json1, "Diário do Cais", "pt", "BR"),
        new("culture", "/culture.rss", FeedFormat.Rss20, "The Harbour Post: Culture", "en", null, DemoBehaviour.Malformed),
        new("weather", "/weather.rss", FeedFormat.Rss20, "The Harbour Post: Weather and Climate", "en", null, DemoBehaviour.Moves),
        new("local", "/local.rss", FeedFormat.Rss20, "Quayside News", "en", "GB", DemoBehaviour.Breaks),
        new("live", "/live.rss", FeedFormat.Rss20, "The Harbour Post: As it happens", "en", null, DemoBehaviour.Live),
    ];

    /// <summary>The address that the feed list has; a feed that moves was listed elsewhere.</summary>
    public string ListedPath => Behaviour == DemoBehaviour.Moves ? "/old" + Path : Path;
}
