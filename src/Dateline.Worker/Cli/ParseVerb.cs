using System.CommandLine;
using Dateline.Worker.Feeds.Parsing;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Cli;

/// <summary><c>dateline parse</c>: a feed document to normalised JSON.</summary>
internal static class ParseVerb
{
    public static Command Create(Func<Uri, CancellationToken, Task<CliInputResult>> fetch) => DocumentVerb.Create(
        "parse", "Read feed documents and write them as normalised JSON.", "{\"path\", \"contentType\"?, \"baseUrl\"?}", Parse, fetch);

    private static object Parse(CliInput input)
    {
        var baseUrl = WebUri.TryAbsolute(input.Url, out var url) ? url : null;
        var parsed = FeedParser.Parse(input.Bytes, input.ContentType, baseUrl);
        return new ParseLine(input.Name, parsed.Format, parsed.Encoding, parsed.WellFormed, parsed.Problems, parsed.Feed, parsed.Entries);
    }

    private sealed record ParseLine(
        string Input,
        FeedFormat Format,
        string Encoding,
        bool WellFormed,
        IReadOnlyList<ParseProblem> Problems,
        FeedMetadata Feed,
        IReadOnlyList<ParsedEntry> Entries);
}
