namespace Dateline.Worker.Classification.Watches;

/// <summary>The user's own rules (section <c>Watches</c>).</summary>
internal sealed class WatchOptions
{
    /// <summary>A file of rules; it is read again when it changes. The default is none.</summary>
    public string? File { get; set; }
}
