using Dateline.Contracts;

namespace Dateline.Worker.Classification.Regions;

/// <summary>The countries of an article: named in it, weighed by where and how, rolled up to UN M49. Safe for many threads.</summary>
internal sealed class RegionResolver(Gazetteer gazetteer)
{
    /// <summary>Confidence of a country that only the feed's home speaks for.</summary>
    private const double HomeConfidence = .4;

    [ThreadStatic]
    private static Workspace? workspace;

    /// <summary>The countries of a text in English: focus before mention, the most prominent first; the feed's country when the text names none.</summary>
    public IReadOnlyList<Region> Resolve(string title, string text, string? feedCountry)
    {
        var space = Space(title, text);
        var home = gazetteer.Number(feedCountry);
        space.Words.Read(space.Text.Whole);
        space.Matcher.Find(space.Words, space.Text.TitleEnd, space.Candidates);
        space.Resolver.Resolve(space.Words, space.Candidates, home, space.Mentions);
        return Ranked(space, home);
    }

    /// <summary>The same for another language: what its forms name, and the places in Latin letters, whose names are much the same everywhere.</summary>
    /// <param name="forms">Null for a language that has none.</param>
    /// <param name="language">Which one.</param>
    /// <param name="title">Of the article.</param>
    /// <param name="text">Of the article.</param>
    /// <param name="feedCountry">ISO 3166-1 alpha-2, if it is known.</param>
    public IReadOnlyList<Region> ResolveForeign(RegionFormReader? forms, string language, string title, string text, string? feedCountry)
    {
        var space = Space(title, text);
        var home = gazetteer.Number(feedCountry);
        space.Named.Clear();
        forms?.Read(space.Text.Whole, gazetteer, space.Named);
        space.Mentions.Clear();
        if (space.Text.Whole.ContainsAnyInRange('A', 'Z'))
            FindPlaces(space, language, home);
        space.Named.RemoveAll(static form => form.Kind == PlaceKind.Block);
        space.Mentions.AddRange(space.Named);
        space.Mentions.Sort(static (one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.Country.CompareTo(other.Country));
        return Ranked(space, home);
    }

    private static void FindPlaces(Workspace space, string language, int home)
    {
        space.Words.Read(space.Text.Whole);
        space.Matcher.Find(space.Words, space.Text.TitleEnd, space.Candidates, new ForeignWords(LanguageForms.Of(language).Words));
        space.Candidates.RemoveAll(space.IsNamed);
        space.Resolver.Resolve(space.Words, space.Candidates, home, space.Mentions, space.Named);
    }

    private Region[] Ranked(Workspace space, int home) =>
        space.Mentions.Count > 0 ? space.Ranking.Rank(space.Text, space.Mentions)
        : home >= 0 ? [gazetteer.Region(home, Region.Focus, HomeConfidence, [])]
        : [];

    private Workspace Space(string title, string text)
    {
        var space = workspace is { } kept && kept.Owner == gazetteer ? kept : workspace = new Workspace(gazetteer);
        space.Text.Join(title, text);
        return space;
    }

    private sealed class Workspace
    {
        public Workspace(Gazetteer owner)
        {
            (Owner, Matcher, Resolver, Ranking) = (owner, new(owner), new(owner), new(owner));
            IsNamed = candidate => Overlaps(Words[candidate.From].Start, Words[candidate.To - 1].End);
        }

        public Gazetteer Owner { get; }

        public RegionText Text { get; } = new();

        public PlaceWords Words { get; } = new();

        public PlaceMatcher Matcher { get; }

        public PlaceResolver Resolver { get; }

        public RegionRanking Ranking { get; }

        public List<PlaceCandidate> Candidates { get; } = [];

        public List<Mention> Mentions { get; } = [];

        /// <summary>What another language's forms name.</summary>
        public List<Mention> Named { get; } = [];

        /// <summary>Whether a form has words of the candidate.</summary>
        public Predicate<PlaceCandidate> IsNamed { get; }

        private bool Overlaps(int start, int end)
        {
            foreach (var form in Named)
            {
                if (start < form.End && form.Start < end)
                    return true;
            }

            return false;
        }
    }
}
