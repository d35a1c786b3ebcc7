using Dateline.Contracts;

namespace Dateline.Worker.Classification.Regions;

/// <summary>The countries of an article: named in it, weighed by where and how, rolled up to UN M49. Safe for many threads.</summary>
internal sealed class RegionResolver(Gazetteer gazetteer)
{
    /// <summary>Confidence of a country that only the feed's home speaks for.</summary>
    private const double HomeConfidence = .4;

    [ThreadStatic]
    private static Workspace? workspace;

    /// <summary>Focus before mention, the most prominent first; the feed's country when the text names none.</summary>
    public IReadOnlyList<Region> Resolve(string title, string text, string? feedCountry)
    {
        var space = Space(title, text);
        var home = gazetteer.Number(feedCountry);
        space.Words.Read(space.Text.Whole);
        space.Matcher.Find(space.Words, space.Text.TitleEnd, space.Candidates);
        space.Resolver.Resolve(space.Words, space.Candidates, home, space.Mentions);
        return space.Mentions.Count > 0 ? space.Ranking.Rank(space.Text, space.Mentions)
            : home >= 0 ? [gazetteer.Region(home, Region.Focus, HomeConfidence, [])]
            : [];
    }

    /// <summary>The countries that a language's forms name; empty when they name none.</summary>
    public IReadOnlyList<Region> ResolveForms(RegionFormReader forms, string title, string text)
    {
        var space = Space(title, text);
        forms.Read(space.Text.Whole, gazetteer, space.Mentions);
        return space.Mentions.Count > 0 ? space.Ranking.Rank(space.Text, space.Mentions) : [];
    }

    private Workspace Space(string title, string text)
    {
        var space = workspace is { } kept && kept.Owner == gazetteer ? kept : workspace = new Workspace(gazetteer);
        space.Text.Join(title, text);
        return space;
    }

    private sealed class Workspace(Gazetteer owner)
    {
        public Gazetteer Owner { get; } = owner;

        public RegionText Text { get; } = new();

        public PlaceWords Words { get; } = new();

        public PlaceMatcher Matcher { get; } = new(owner);

        public PlaceResolver Resolver { get; } = new(owner);

        public RegionRanking Ranking { get; } = new(owner);

        public List<PlaceCandidate> Candidates { get; } = [];

        public List<Mention> Mentions { get; } = [];
    }
}
