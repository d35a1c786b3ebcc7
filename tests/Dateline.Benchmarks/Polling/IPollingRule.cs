namespace Dateline.Benchmarks.Polling;

/// <summary>One feed's schedule: told what a poll saw, it says when the next one is. Times are minutes since 1970.</summary>
internal interface IPollingRule
{
    double Next(PollSeen seen);
}

/// <summary>What a poll found: the articles that were new and the publication times of all entries in the document.</summary>
internal readonly record struct PollSeen(double Now, double? Before, int New, ArraySegment<double> OldestFirst)
{
    public int Entries => OldestFirst.Count;

    public double? Newest => Entries == 0 ? null : OldestFirst[^1];
}
