using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>
/// How far a feed's guids name its articles: of the known ones that a document brings, the share that comes under the guid they had, as a
/// moving average. Guids made anew at every poll, or used again for other articles, drop below the bound within three full documents and are
/// not looked at any more. Pure.
/// </summary>
internal static class GuidQuality
{
    private const double Weight = 0.3;

    /// <summary>Fewer known articles weigh less.</summary>
    private const double FullDocument = 5;

    public static double After(double quality, CandidateCount count)
    {
        var known = count.KnownByGuid + count.KnownOtherwise;
        if (known == 0)
            return quality;
        var weight = Weight * Math.Min(1, known / FullDocument);
        return quality * (1 - weight) + weight * count.KnownByGuid / known;
    }
}
