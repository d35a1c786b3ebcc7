using Dateline.Contracts;

namespace Dateline.Worker.Classification.Regions;

/// <summary>The countries of an article: named in it, weighed by where and how, rolled up to UN M49. Safe for many threads.</summary>
internal sealed class RegionResolver(Gazetteer gazetteer)
{
    /// <summary>Characters of title and text that are read; a longer text names its countries before that.</summary>
    public const int TitleChars = 400, TextChars = 20_000;

    /// <summary>Forms that stand as evidence for a country at most.</summary>
    private const int MostEvidence = 5;

    /// <summary>Confidence of a country that only the feed's home speaks for.</summary>
    private const double HomeConfidence = .4;

    [ThreadStatic]
    private static Workspace? workspace;

    /// <summary>Focus before mention, the most prominent first; the feed's country when the text names none.</summary>
    public IReadOnlyList<Region> Resolve(string title, string text, string? feedCountry)
    {
        var (whole, titleEnd) = Join(title, text);
        var space = workspace is { } kept && kept.Owner == gazetteer ? kept : workspace = new Workspace(gazetteer);
        space.Words.Read(whole);
        space.Matcher.Find(space.Words, titleEnd, space.Candidates);
        space.Resolver.Resolve(space.Words, space.Candidates, gazetteer.Number(feedCountry), space.Mentions);
        return Rank(whole, titleEnd, space.Mentions, feedCountry);
    }

    /// <summary>Regions for mentions found by any reader of <paramref name="whole"/>, which is title and text as <see cref="Join"/> joins them.</summary>
    public IReadOnlyList<Region> Rank(string whole, int titleEnd, IReadOnlyList<Mention> mentions, string? feedCountry)
    {
        var home = gazetteer.Number(feedCountry);
        if (mentions.Count == 0)
            return home < 0 ? [] : [Region(home, Dateline.Contracts.Region.Focus, HomeConfidence, [])];

        var scores = mentions.GroupBy(mention => mention.Country)
            .Select(group => (Country: group.Key, Score: group.Sum(mention => FocusScore.Of(mention, whole, titleEnd)), Mentions: group.ToArray()))
            .OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Mentions[0].Start).ToArray();
        return
        [
            .. scores.Select((entry, rank) => Region(
                entry.Country,
                rank < FocusScore.MostInFocus && entry.Score >= FocusScore.LeastShare(entry.Mentions, titleEnd) * scores[0].Score ? Dateline.Contracts.Region.Focus : Dateline.Contracts.Region.Mention,
                entry.Score / (entry.Score + 1),
                Evidence(entry.Mentions, whole, titleEnd))),
        ];
    }

    /// <summary>Title, line break and text, each cut to what is read, and the title's length.</summary>
    public static (string Whole, int TitleEnd) Join(string title, string text)
    {
        var head = title.Length > TitleChars ? title[..TitleChars] : title;
        return (string.Concat(head, "\n", text.Length > TextChars ? text.AsSpan(0, TextChars) : text), head.Length);
    }

    private Region Region(int country, string role, double confidence, IReadOnlyList<string> evidence)
    {
        var (code, name, subregion, continent) = gazetteer.Countries[country];
        return new Region(code, name, subregion, continent, role, Math.Round(confidence, 3), evidence);
    }

    private static string[] Evidence(Mention[] mentions, string whole, int titleEnd) =>
    [
        .. mentions.GroupBy(mention => whole[mention.Start..mention.End], StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(mention => FocusScore.Of(mention, whole, titleEnd)))
            .ThenBy(group => group.Min(mention => mention.Start))
            .Take(MostEvidence).Select(group => group.Key),
    ];

    private sealed class Workspace(Gazetteer owner)
    {
        public Gazetteer Owner { get; } = owner;

        public PlaceWords Words { get; } = new();

        public PlaceMatcher Matcher { get; } = new(owner);

        public PlaceResolver Resolver { get; } = new(owner);

        public List<PlaceCandidate> Candidates { get; } = [];

        public List<Mention> Mentions { get; } = [];
    }
}
