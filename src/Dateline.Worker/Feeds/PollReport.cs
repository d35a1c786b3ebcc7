using Dateline.Worker.Http;

namespace Dateline.Worker.Feeds;

/// <summary>What one poll came to, for whoever counts.</summary>
/// <param name="Outcome">polled, unchanged, failed, blocked, throttled, gone or put_off.</param>
internal sealed record PollReport(string Outcome, int New = 0, int Changed = 0, long Bytes = 0, WebFailure? Cause = null)
{
    public const string Polled = "polled";
    public const string Unchanged = "unchanged";
    public const string Failed = "failed";
    public const string Blocked = "blocked";
    public const string Throttled = "throttled";
    public const string Gone = "gone";

    /// <summary>Not asked this time; due again in a moment.</summary>
    public const string PutOff = "put_off";
}
