using System.ComponentModel.DataAnnotations;

namespace Dateline.Worker.Storage;

/// <summary>Where feeds, articles and unpublished events are kept (section <c>Storage</c>).</summary>
internal sealed class StorageOptions
{
    /// <summary>A PostgreSQL connection string; null keeps everything in one SQLite file. The default is null.</summary>
    public string? PostgreSql { get; set; }

    /// <summary>The folder of the SQLite file and the log buffer. The default is <c>data</c> under the current folder.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>
    /// Articles and events waiting to be tagged and published at which polling stops; from half of it on it slows down. The default is 2,000,000.
    /// </summary>
    [Range(1_000, 1_000_000_000)]
    public long MaxBacklog { get; set; } = 2_000_000;

    /// <summary>
    /// Megabytes free beside the SQLite file at which polling stops; from twice as many down it slows down. 0 looks at no disk. The default is 200.
    /// </summary>
    [Range(0, 1_000_000)]
    public long MinFreeMegabytes { get; set; } = 200;

    /// <summary>Days that the content of published events is kept for replay. The default is 30.</summary>
    [Range(1, 3650)]
    public int KeepEventsDays { get; set; } = 30;

    /// <summary>Days after which an article that left its feed's document is forgotten; should it come back, it is new. The default is 400.</summary>
    [Range(30, 3650)]
    public int ForgetArticlesDays { get; set; } = 400;
}
