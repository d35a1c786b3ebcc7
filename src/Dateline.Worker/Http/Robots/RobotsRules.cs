namespace Dateline.Worker.Http.Robots;

/// <summary>What a site's robots.txt says to one crawler (RFC 9309). Pure; never throws, whatever the file is.</summary>
internal sealed class RobotsRules(IReadOnlyList<RobotsRule> rules, TimeSpan? crawlDelay, IReadOnlyList<string> sitemaps)
{
    /// <summary>No file, or none that concerns us.</summary>
    public static readonly RobotsRules AllowAll = new([], null, []);

    /// <summary>The file cannot be had for a fault of the server's: complete disallow, says the RFC.</summary>
    public static readonly RobotsRules DisallowAll = new([new RobotsRule("/", allows: false)], null, []);

    /// <summary>Not part of the RFC, but meant: the pause between two requests.</summary>
    public TimeSpan? CrawlDelay => crawlDelay;

    public IReadOnlyList<string> Sitemaps => sitemaps;

    public bool IsAllowed(Uri url)
    {
        var path = RobotsPath.Normalise(url.PathAndQuery);
        if (path == "/robots.txt")
            return true;
        RobotsRule? meant = null;
        foreach (var rule in rules)
        {
            var isStronger = meant is null || rule.Length > meant.Length || (rule.Length == meant.Length && rule.Allows && !meant.Allows);
            if (isStronger && rule.Matches(path))
                meant = rule;
        }

        return meant?.Allows ?? true;
    }
}
