namespace Dateline.Worker.Cli;

/// <summary>Addresses among the inputs of <c>classify</c>: a page must be extracted first, so they are refused with the way to go.</summary>
internal static class ClassifyFetch
{
    public static Task<CliInputResult> Get(Uri address, CancellationToken cancellationToken) => Task.FromResult(CliInputResult.Failed(
        address.ToString(), "not_supported", "classify reads text, not pages: dateline extract --jsonl ADDRESS | dateline classify --jsonl -"));
}
