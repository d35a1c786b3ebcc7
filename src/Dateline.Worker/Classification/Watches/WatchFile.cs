using Microsoft.Extensions.Options;

namespace Dateline.Worker.Classification.Watches;

/// <summary>The rules of the file that the options name, read again when it changes. A file that cannot be read leaves the rules as they were.</summary>
internal sealed partial class WatchFile(IOptions<WatchOptions> options, TimeProvider time, ILogger<WatchFile> logger)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly Lock door = new();
    private WatchSet rules = WatchSet.Empty;
    private DateTimeOffset nextLook;
    private (DateTime Written, long Length)? read;

    /// <summary>The rules as of now; looks after the file at most every two seconds.</summary>
    public WatchSet Rules
    {
        get
        {
            if (options.Value.File is { Length: > 0 } file && door.TryEnter())
            {
                try
                {
                    Look(file);
                }
                finally
                {
                    door.Exit();
                }
            }

            return Volatile.Read(ref rules);
        }
    }

    private void Look(string file)
    {
        if (time.GetUtcNow() < nextLook)
            return;
        nextLook = time.GetUtcNow() + LookEvery;
        try
        {
            var info = new FileInfo(file);
            if (read == (info.LastWriteTimeUtc, info.Length))
                return;
            read = (info.LastWriteTimeUtc, info.Length);
            Take(file, WatchReader.Read(File.ReadAllText(file)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (read is not null || rules == WatchSet.Empty)
                Unreadable(file, e.Message, rules.Count);
            read = null;
        }
    }

    private void Take(string file, WatchFileContent content)
    {
        Volatile.Write(ref rules, new WatchSet(content.Rules));
        foreach (var problem in content.Problems.Take(100))
            Refused(file, problem.Line, problem.Column, problem.Name ?? "", problem.Message);
        Loaded(content.Rules.Count, file, content.Problems.Count);
    }

    [LoggerMessage(EventIds.WatchesLoaded, LogLevel.Information, "{Watches} watches from {WatchFile}; {Refused} refused")]
    private partial void Loaded(int watches, string watchFile, int refused);

    [LoggerMessage(EventIds.WatchRefused, LogLevel.Warning, "{WatchFile}:{Line}:{Column}: the watch {Watch} is left out: {Reason}")]
    private partial void Refused(string watchFile, int line, int column, string watch, string reason);

    [LoggerMessage(EventIds.WatchesUnreadable, LogLevel.Warning, "{WatchFile} cannot be read: {Reason}; the {Watches} watches of before stay")]
    private partial void Unreadable(string watchFile, string reason, int watches);
}
