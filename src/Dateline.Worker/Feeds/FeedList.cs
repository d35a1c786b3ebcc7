using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Feeds;

/// <summary>Brings the feeds of an OPML file into the database before the first poll: the file of the options, else the bundled list.</summary>
internal sealed partial class FeedList(FeedStore feeds, IOptions<FeedOptions> options, ILogger<FeedList> logger)
{
    private const string Bundled = "feeds.opml";

    /// <exception cref="InvalidOperationException">The file of <c>Feeds:File</c> cannot be read; the message names it.</exception>
    public async Task Load(CancellationToken cancellationToken)
    {
        if (options.Value.File is { } file)
        {
            if (file.Length > 0)
                await Add(file, await ReadFile(file, cancellationToken), cancellationToken);
            return;
        }

        if ((await feeds.CountByHealth(cancellationToken)).Count == 0)
            await Add("the bundled list", ReadBundled(), cancellationToken);
    }

    public static byte[] ReadBundled()
    {
        using var stream = typeof(FeedList).Assembly.GetManifestResourceStream(Bundled)
            ?? throw new InvalidOperationException($"The build left out its resource {Bundled}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static async Task<byte[]> ReadFile(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The feed list {file} cannot be read: {e.Message}", e);
        }
    }

    private async Task Add(string name, byte[] document, CancellationToken cancellationToken)
    {
        var list = Opml.Read(document);
        var added = await feeds.Add(list.Feeds, options.Value.FirstPollSpread(list.Feeds.Count), cancellationToken);
        if (list.Feeds.Count == 0 || list.BadAddresses > 0)
            Problem(name, list.Feeds.Count, list.BadAddresses);
        Loaded(added, list.Feeds.Count - added, name);
    }

    [LoggerMessage(EventIds.FeedListLoaded, LogLevel.Information, "Added {NewFeeds} feeds from {FeedList}; {KnownFeeds} were there already")]
    private partial void Loaded(int newFeeds, int knownFeeds, string feedList);

    [LoggerMessage(EventIds.FeedListProblem, LogLevel.Warning, "{FeedList} holds {Feeds} feeds; {BadAddresses} outlines have an address that is not http or https")]
    private partial void Problem(string feedList, int feeds, int badAddresses);
}
