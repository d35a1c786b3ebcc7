using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Gathers an entry while its elements are read; one serves all entries of a document.</summary>
internal sealed class EntryBuilder
{
    /// More than any entry has; bounds what a hostile one can hold
    private const int MaxValues = 1000;

    private readonly List<Category> categories = [];
    private readonly Category?[] known = new Category?[64];
    private readonly List<Enclosure> enclosures = [];
    private readonly RepeatedDates dates = new();

    public Ranked Id;
    public Ranked Link;
    public Ranked OriginalLink;
    public Ranked Title;
    public RankedText Summary;
    public RankedText Content;
    public RankedDate Published;
    public RankedDate Updated;
    public Ranked Language;
    public Ranked CommentsUrl;
    public Ranked Image;
    public RankedList<Person> Authors;

    public EntrySource? Source { get; set; }

    /// <summary>Whether the document ends in the entry.</summary>
    public bool IsCut { get; set; }

    /// <summary>As if nothing had been gathered.</summary>
    public void Clear()
    {
        Id = Link = OriginalLink = Title = Language = CommentsUrl = Image = default;
        Summary = Content = default;
        Published.Clear();
        Updated.Clear();
        Authors.Clear();
        Source = null;
        IsCut = false;
        categories.Clear();
        enclosures.Clear();
    }

    public void AddCategory(string? term, string? scheme = null, string? label = null)
    {
        (term, label) = (Blank(term), Blank(label));
        if (term is null && label is null || categories.Count >= MaxValues)
            return;
        scheme = Blank(scheme);
        if (!HasCategory(term, scheme, label))
            categories.Add(Known(term, scheme, label));
    }

    /// A feed's entries are filed under the same few
    private Category Known(string? term, string? scheme, string? label)
    {
        var word = term ?? label ?? "";
        ref var slot = ref known[(word.Length * 31 + word[0] * 7 + word[^1]) % known.Length];
        if (slot is null || slot.Term != term || slot.Scheme != scheme || slot.Label != label)
            slot = new Category(term, scheme, label);
        return slot;
    }

    private bool HasCategory(string? term, string? scheme, string? label)
    {
        foreach (var known in categories)
        {
            if (known.Term == term && known.Scheme == scheme && known.Label == label)
                return true;
        }

        return false;
    }

    /// <summary>Adds a file; the same file named by another module is not added again.</summary>
    public void AddEnclosure(string? url, string? type, string? length)
    {
        if (Blank(url) is not { } address || enclosures.Count >= MaxValues || HasEnclosure(address))
            return;
        long? size = long.TryParse(length.AsSpan().Trim(), System.Globalization.CultureInfo.InvariantCulture, out var bytes) && bytes >= 0 ? bytes : null;
        enclosures.Add(new Enclosure(address, Blank(type), size));
        if (type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)
            Image.Set(Rank.Fallback, address);
    }

    private bool HasEnclosure(string address)
    {
        foreach (var known in enclosures)
        {
            if (known.Url == address)
                return true;
        }

        return false;
    }

    /// <param name="dayFirst">Whether the feed's readers write the day before the month.</param>
    public ParsedEntry Build(bool dayFirst)
    {
        var published = Published.Read(dates, dayFirst);
        var updated = Updated.Read(dates, dayFirst);
        return new()
        {
            Id = Id.Value is { } id ? HtmlText.WithoutSection(id).Trim() : null,
            Link = OriginalLink.Value is { } original && IsCounted(Link.Value) ? original : Link.Value,
            Title = Title.Value,
            SummaryText = Summary.Value,
            ContentText = Content.Value,
            Authors = Authors.Items,
            Published = published.Instant,
            Updated = updated.Instant,
            PublishedText = published.Text,
            UpdatedText = updated.Text,
            Categories = categories.ToArray(),
            Enclosures = enclosures.ToArray(),
            Language = LanguageTag.Normalise(Language.Value),
            CommentsUrl = CommentsUrl.Value,
            Source = Source,
            Image = Image.Value,
            IsCut = IsCut,
        };
    }

    /// <summary>FeedBurner puts its own address, which counts the readers, before the publisher's.</summary>
    private static bool IsCounted(string? link) =>
        link is null || link.Contains("://feedproxy.", StringComparison.OrdinalIgnoreCase) || link.Contains("://feeds.feedburner.", StringComparison.OrdinalIgnoreCase)
        || link.Contains("~r/", StringComparison.Ordinal);

    private static string? Blank(string? text) => text is null || text.AsSpan().Trim().Length is 0 ? null : text.Trim();
}
