namespace Dateline.Worker.Feeds.Push;

/// <summary>What asking a hub came to.</summary>
internal abstract record HubAnswer
{
    /// <summary>It will ask back.</summary>
    internal sealed record Accepted : HubAnswer;

    /// <summary>It wants none of it; asking again soon would change nothing.</summary>
    internal sealed record Refused(string Reason) : HubAnswer;

    /// <summary>A fault of the moment.</summary>
    internal sealed record Unreachable(string Reason) : HubAnswer;
}
