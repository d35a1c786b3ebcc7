using System.Globalization;
using Dateline.Worker.Documents;
using Dateline.Worker.Documents.Dates;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Gathers the feed's own metadata and its entries while the document is read.</summary>
internal sealed class FeedBuilder
{
    private const int MaxCategories = 1000;

    private const int MaxHubs = 5;

    /// As many as a sitemap may list; 15 MiB of empty items would be two million, and .5 GB
    private const int MaxEntries = 50_000;

    private readonly List<Category> categories = [];
    private readonly List<ParsedEntry> entries = [];
    private readonly List<string> hubs = [];
    private EntryBuilder? entry;

    /// By the language that stands before the first entry, until all is read
    private bool? dayFirst;
    private readonly List<int> skipHours = [];
    private readonly List<DayOfWeek> skipDays = [];

    public Ranked Id;
    public Ranked Title;
    public Ranked Subtitle;
    public Ranked Link;
    public Ranked Self;
    public Ranked Language;
    public Ranked Rights;
    public Ranked Generator;
    public Ranked Updated;
    public Ranked Published;
    public Ranked Image;
    public Ranked Ttl;
    public Ranked UpdatePeriod;
    public Ranked UpdateFrequency;
    public Ranked PreviousPage;
    public RankedList<Person> Authors;

    public IReadOnlyList<ParsedEntry> Entries => entries;

    /// <summary>Further entries are left out.</summary>
    public bool IsFull => entries.Count >= MaxEntries;

    /// <summary>For the next entry, until it is added.</summary>
    public EntryBuilder NewEntry()
    {
        entry ??= new EntryBuilder();
        entry.Clear();
        return entry;
    }

    public void Add(EntryBuilder entry)
    {
        if (!IsFull)
            entries.Add(entry.Build(dayFirst ??= PublicationDates.IsDayFirst(LanguageTag.Normalise(Language.Value))));
    }

    public void Add(ParsedEntry entry)
    {
        if (!IsFull)
            entries.Add(entry);
    }

    /// <summary>
    /// Reads the entries' dates again where what says whether the day comes first was not known when they were read: a date among them that can only be read
    /// in one way, or the feed's language, where it stood behind them.
    /// </summary>
    public void SettleDates()
    {
        var settled = entries.Select(entry => PublicationDates.ShowsDayFirst(entry.PublishedText) ?? PublicationDates.ShowsDayFirst(entry.UpdatedText)).FirstOrDefault(shown => shown is not null)
            ?? PublicationDates.IsDayFirst(LanguageTag.Normalise(Language.Value));
        if (dayFirst is null || dayFirst == settled)
            return;
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            entries[index] = entry with { Published = PublicationDates.Parse(entry.PublishedText, settled), Updated = PublicationDates.Parse(entry.UpdatedText, settled) };
        }
    }

    public void AddCategory(string? term, string? scheme = null, string? label = null)
    {
        if (categories.Count >= MaxCategories || string.IsNullOrWhiteSpace(term ?? label))
            return;
        categories.Add(new Category(term?.Trim(), string.IsNullOrWhiteSpace(scheme) ? null : scheme.Trim(), label?.Trim()));
    }

    public void AddHub(string? address)
    {
        if (address is not null && hubs.Count < MaxHubs && !hubs.Contains(address))
            hubs.Add(address);
    }

    public void SkipHour(string text)
    {
        // RSS 0.91 counts from 1 to 24
        if (int.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 24 && !skipHours.Contains(hour % 24))
            skipHours.Add(hour % 24);
    }

    public void SkipDay(string text)
    {
        if (!int.TryParse(text, out _) && Enum.TryParse<DayOfWeek>(text.Trim(), ignoreCase: true, out var day) && !skipDays.Contains(day))
            skipDays.Add(day);
    }

    public FeedMetadata Build() => new()
    {
        Id = Id.Value?.Trim(),
        Title = Title.Value,
        Subtitle = Subtitle.Value,
        Link = Link.Value,
        Self = Self.Value,
        Hub = hubs.FirstOrDefault(),
        Hubs = hubs,
        Language = LanguageTag.Normalise(Language.Value),
        Rights = Rights.Value,
        Generator = Generator.Value,
        Authors = Authors.Items,
        Updated = PublicationDates.Parse(Updated.Value),
        Published = PublicationDates.Parse(Published.Value),
        Image = Image.Value,
        TtlMinutes = int.TryParse(Ttl.Value.AsSpan().Trim(), CultureInfo.InvariantCulture, out var minutes) && minutes > 0 ? minutes : null,
        Categories = categories,
        UpdateInterval = Interval(),
        SkipHours = skipHours,
        SkipDays = skipDays,
        PreviousPage = PreviousPage.Value,
    };

    private TimeSpan? Interval()
    {
        var hours = UpdatePeriod.Value?.Trim().ToLowerInvariant() switch
        {
            "hourly" => 1,
            "daily" => 24,
            "weekly" => 24 * 7,
            "monthly" => 24 * 30,
            "yearly" => 24 * 365,
            _ => 0,
        };
        if (hours == 0)
            return null;
        var parsed = int.TryParse(UpdateFrequency.Value.AsSpan().Trim(), CultureInfo.InvariantCulture, out var times);
        return TimeSpan.FromHours(hours) / (parsed && times > 0 ? times : 1);
    }
}
