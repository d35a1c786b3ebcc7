namespace Dateline.Worker.Feeds;

/// <summary>The shortest and the longest interval, and a cron text: the feed's own before its group's before everyone's.</summary>
internal readonly record struct FeedScheduleBounds(TimeSpan Min, TimeSpan Max, string? Cron, string Source)
{
    public static FeedScheduleBounds Of(ScheduleInput input, FeedOptions options)
    {
        var group = Group(input.Category, options.Groups);
        var min = input.MinIntervalMinutes ?? group?.MinIntervalMinutes ?? options.MinIntervalMinutes;
        var max = input.MaxIntervalMinutes ?? group?.MaxIntervalMinutes ?? options.MaxIntervalMinutes;
        // a bound of the feed's own pushes the other, general one along
        if (min > max)
            (min, max) = input.MaxIntervalMinutes is null && (input.MinIntervalMinutes ?? group?.MinIntervalMinutes) is not null ? (min, min) : (max, max);
        var source = input.MinIntervalMinutes ?? input.MaxIntervalMinutes;
        return new FeedScheduleBounds(
            TimeSpan.FromMinutes(min), TimeSpan.FromMinutes(max), input.Cron ?? group?.Cron,
            source is not null ? "the feed's own" : group is { MinIntervalMinutes: not null } or { MaxIntervalMinutes: not null } ? $"group {group.Name}" : "everyone's");
    }

    public TimeSpan Clamp(TimeSpan interval) => interval < Min ? Min : interval > Max ? Max : interval;

    /// <summary>The group of this name, or the innermost of those that the category lies in ("News / Europe" lies in "News").</summary>
    private static FeedGroup? Group(string? category, FeedGroup[] groups)
    {
        if (category is null)
            return null;
        FeedGroup? found = null;
        foreach (var group in groups)
        {
            var within = category.StartsWith(group.Name, StringComparison.OrdinalIgnoreCase)
                && (category.Length == group.Name.Length || category.AsSpan(group.Name.Length).StartsWith(" / "));
            if (within && group.Name.Length > (found?.Name.Length ?? 0))
                found = group;
        }

        return found;
    }
}
