using Dateline.Worker.Documents.Dates;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Reads the dates of one feed: an entry says the same when it was published and changed, a template in all of its entries.</summary>
internal sealed class RepeatedDates
{
    private string? last;
    private DateTimeOffset? instant;

    /// <inheritdoc cref="PublicationDates.Parse"/>
    /// <param name="dayFirst">The same for all dates of the feed.</param>
    public DateTimeOffset? Parse(string? text, bool dayFirst)
    {
        if (text is not null && text != last)
            (last, instant) = (text, PublicationDates.Parse(text, dayFirst));
        return text is null ? null : instant;
    }
}
