using System.ComponentModel.DataAnnotations;
using Serilog.Events;

namespace Dateline.Worker.Operations;

/// <summary>What is logged to the console (section <c>Log</c>).</summary>
internal sealed class LogOptions
{
    /// <summary>The lowest level logged: Verbose, Debug, Information, Warning, Error or Fatal. The default is Information.</summary>
    public LogEventLevel Level { get; set; } = LogEventLevel.Information;

    /// <summary><c>text</c> for people, <c>json</c> for a collector (CLEF). The default is text.</summary>
    [RegularExpression("text|json")]
    public string Format { get; set; } = "text";
}

/// <summary>The Seq server that the log goes to (section <c>Seq</c>).</summary>
internal sealed class SeqOptions
{
    /// <summary>The server's address; null sends nothing. The default is null.</summary>
    public string? Url { get; set; }

    /// <summary>The key under which this worker writes. The default is none. Also from a file: <c>Seq__ApiKey__FILE</c>.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// A folder that keeps events while the server is away, over restarts too; it can grow to some 250 MB. Without one, up to
    /// 100,000 events wait in memory and are lost at exit. The default is none.
    /// </summary>
    public string? BufferFolder { get; set; }
}
