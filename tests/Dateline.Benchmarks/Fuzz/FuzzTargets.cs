using Dateline.Benchmarks.Fuzz.Targets;

namespace Dateline.Benchmarks.Fuzz;

/// <summary>All that reads others' bytes.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
        [new FeedFuzz(), new DocumentFuzz(), new DateFuzz(), new PageFuzz(), new WatchFuzz(), new UrlFuzz(), new LinkFuzz(), new OpmlFuzz(), new RobotsFuzz()];
}
