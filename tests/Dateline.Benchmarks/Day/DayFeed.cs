namespace Dateline.Benchmarks.Day;

/// <summary>How a feed's server takes a request.</summary>
internal enum DayServer
{
    Good,

    /// <summary>Answers after one to three seconds.</summary>
    Slow,

    /// <summary>Says 404 to every request.</summary>
    Missing,

    /// <summary>Says 500 to every request.</summary>
    Broken,

    /// <summary>Never answers.</summary>
    Silent,
}

/// <summary>An invented feed: when it published, in seconds since the day's start (negative before it), oldest first.</summary>
internal sealed record DayFeed(int Number, string Url, DayServer Server, bool Validates, bool RestlessBuildDate, int[] Published)
{
    public const int Entries = 20;

    public int CountAt(int second)
    {
        var found = Array.BinarySearch(Published, second);
        return found < 0 ? ~found : found + 1;
    }
}
