using System.Globalization;
using System.Text.Json;
using Dateline.Worker.IntegrationTests.Support;

namespace Dateline.Worker.IntegrationTests;

/// <summary>The verbs that read input, as processes: what they write where, and how they end.</summary>
public class CliTests
{
    private static readonly string Paris = Path.Combine(AppContext.BaseDirectory, "Fixtures", "paris");

    public static TheoryData<string> Verbs => ["run", "demo", "poll", "feeds", "parse", "extract", "classify", "subscribe", "replay", "watch", "train", "evaluate", "health"];

    [Fact]
    public async Task Parse_WritesTheContractsFields()
    {
        var line = await Only("parse", Path.Combine(Paris, "feed.xml"));
        Assert.Equal(["input", "format", "encoding", "wellFormed", "problems", "feed", "entries"], Names(line));
        Assert.Equal(("rss20", "utf-8", true), (Text(line, "format"), Text(line, "encoding"), line.GetProperty("wellFormed").GetBoolean()));
        Assert.Equal(
            ["id", "title", "subtitle", "link", "self", "hub", "language", "rights", "generator", "authors", "updated", "published", "image", "ttlMinutes", "categories"],
            Names(line.GetProperty("feed")));
        var entry = Assert.Single(line.GetProperty("entries").EnumerateArray());
        Assert.Equal(
            ["id", "link", "title", "summary", "content", "authors", "published", "updated", "publishedText", "updatedText", "categories", "enclosures", "language", "commentsUrl", "source"],
            Names(entry));
        Assert.Equal(("Mon, 16 Nov 2015 10:31:00 +0000", JsonValueKind.Null), (Text(entry, "publishedText"), entry.GetProperty("content").ValueKind));
        Assert.Equal(new DateTimeOffset(2015, 11, 16, 10, 31, 0, TimeSpan.Zero), entry.GetProperty("published").GetDateTimeOffset());
        Assert.Equal(["name", "email", "url"], Names(entry.GetProperty("authors")[0]));
    }

    [Fact]
    public async Task Extract_WritesTheContractsFields()
    {
        var line = await Only("extract", Path.Combine(Paris, "article.html"));
        Assert.Equal(
            ["input", "url", "canonicalUrl", "title", "authors", "published", "modified", "siteName", "language", "text", "image", "imageCredit", "wall", "confidence"],
            Names(line));
        Assert.Equal(("The Week", JsonValueKind.Null), (Text(line, "siteName"), line.GetProperty("wall").ValueKind));
    }

    [Fact]
    public async Task Classify_WritesTheContractsFields()
    {
        await using var dateline = new Support.Dateline();
        await using var process = dateline.Start("classify", "--jsonl");
        process.WriteLine("""{"id": 7, "title": "Airstrikes kill dozens of soldiers in northern Iraq", "text": "The army said that the attack near Mosul was the worst of the war."}""");
        // a stream that goes on is answered as it comes
        var line = JsonDocument.Parse(await process.WaitForLine("{", TimeSpan.FromSeconds(60))).RootElement;
        process.CloseInput();
        Assert.Equal(0, await process.WaitForExit(TimeSpan.FromSeconds(10)));

        Assert.Equal(["id", "language", "topics", "regions", "routingKeys"], Names(line));
        Assert.Equal(("7", "en", "conflict.asia.western-asia.iq.en"), (Text(line, "id"), Text(line, "language"), line.GetProperty("routingKeys")[0].GetString()));
        Assert.Equal(["id", "slug", "name", "confidence", "evidence"], Names(line.GetProperty("topics")[0]));
        Assert.Equal(["code", "name", "subregion", "continent", "role", "confidence", "evidence"], Names(line.GetProperty("regions")[0]));
    }

    [Fact]
    public async Task Subjects_AreLabelsOfClassifyAndWatchTest()
    {
        await using var dateline = new Support.Dateline();
        var article = Path.Combine(dateline.Folder, "article.txt");
        await File.WriteAllTextAsync(article, "Voters in Chile head to the polls\nChileans elect a president on Sunday; the ballots will be counted by night.\n");

        var line = await Only("classify", article, "--subjects");
        Assert.Equal("election", Text(line.GetProperty("labels")[0], "slug"));
        Assert.Contains("label.subject.election", line.GetProperty("routingKeys").EnumerateArray().Select(key => key.GetString()));
        var watched = JsonDocument.Parse(Assert.Single((await dateline.Run("watch", "test", "label:election AND country:CL", article, "--jsonl")).Output)).RootElement;
        Assert.Single(watched.GetProperty("watches").EnumerateArray());
        Assert.Empty(JsonDocument.Parse(Assert.Single((await dateline.Run("watch", "test", "label:earthquake", article, "--jsonl")).Output)).RootElement.GetProperty("watches").EnumerateArray());
    }

    [Fact]
    public async Task Addresses_AreFetched()
    {
        await using var site = await NewsSite.Paris();
        Assert.Equal("rss20", Text(await Only("parse", site.At("/feed.xml").AbsoluteUri), "format"));
        Assert.Equal("What the Paris attack has taught us about ISIS", Text(await Only("extract", site.At("/page").AbsoluteUri), "title"));
        Assert.Equal("conflict", Text((await Only("classify", site.At("/page").AbsoluteUri)).GetProperty("topics")[0], "slug"));
    }

    [Theory]
    [InlineData("parse", "feed.xml")]
    [InlineData("extract", "article.html")]
    public async Task Manifest_AThousandInputs_OneLineEachInOrderWithTheBadOnesAmongThem(string verb, string file)
    {
        await using var dateline = new Support.Dateline();
        var manifest = Path.Combine(dateline.Folder, "manifest.jsonl");
        var path = JsonSerializer.Serialize(Path.Combine(Paris, file));
        await File.WriteAllLinesAsync(manifest, Enumerable.Range(0, 1_000).Select(number => (number % 250) switch
        {
            1 => $$"""{"path": "missing-{{number}}"}""",
            2 => "{not json",
            _ => $$"""{"path": {{path}}, "baseUrl": "https://{{number}}.example/", "url": "https://{{number}}.example/"}""",
        }));

        var (exit, output, error) = await dateline.Run(verb, "--jsonl", "--manifest", manifest);
        Assert.Equal((1, 1_000, 0), (exit, output.Count, error.Count));
        var lines = output.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(8, lines.Count(line => line.TryGetProperty("error", out _)));
        Assert.Equal(("not_found", "bad_manifest_line"), (Code(lines[1]), Code(lines[2])));
        Assert.Equal($"{manifest}:{253}", Text(lines[252], "input"));
        Assert.Equal("missing-751", Text(lines[751], "input"));
    }

    [Fact]
    public async Task StandardInput_IsADocument()
    {
        await using var dateline = new Support.Dateline();
        await using var process = dateline.Start("parse", "--jsonl", "-");
        foreach (var text in await File.ReadAllLinesAsync(Path.Combine(Paris, "feed.xml")))
            process.WriteLine(text);
        process.CloseInput();
        Assert.Equal(0, await process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal("rss20", Text(JsonDocument.Parse(Assert.Single(process.Output)).RootElement, "format"));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_OfEveryVerb_AndWrongUsageIsTwo(string verb)
    {
        await using var dateline = new Support.Dateline();
        var (exit, output, error) = await dateline.Run(verb, "--help");
        Assert.Equal((0, 0), (exit, error.Count));
        Assert.Contains(output, line => line.Contains($"dateline {verb}", StringComparison.Ordinal));

        var wrong = await dateline.Run(verb, "--no-such-option");
        Assert.Equal((2, 0), (wrong.Exit, wrong.Output.Count));
        Assert.Contains(wrong.Error, line => line.Contains("--no-such-option", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Feeds_AddListExplainExportImportRemove()
    {
        await using var site = await NewsSite.Paris();
        await using var dateline = new Support.Dateline();
        var address = site.At("/feed.xml").AbsoluteUri;
        Assert.Equal(0, (await dateline.Run("feeds", "add", address)).Exit);
        Assert.Equal(1, (await dateline.Run("feeds", "add", "http://127.0.0.1:9/")).Exit);
        Assert.Equal(0, (await dateline.Run("poll", "--once", "--no-pages")).Exit);
        Assert.Contains((await dateline.Run("feeds", "list")).Output, line => line.Contains("healthy", StringComparison.Ordinal));
        Assert.Contains((await dateline.Run("feeds", "explain", "1")).Output, line => line.Contains("rate: ", StringComparison.Ordinal));

        var export = Path.Combine(dateline.Folder, "export.opml");
        await File.WriteAllLinesAsync(export, (await dateline.Run("feeds", "export")).Output);
        Assert.Equal(0, (await dateline.Run("feeds", "remove", "1")).Exit);
        Assert.Equal(1, (await dateline.Run("feeds", "remove", "1")).Exit);
        Assert.Equal(0, (await dateline.Run("feeds", "import", export)).Exit);
        Assert.Contains((await dateline.Run("feeds", "list")).Output, line => line.Contains(new Uri(address).Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Subscribe_WithoutABroker_SaysWhatIsMissing()
    {
        await using var dateline = new Support.Dateline();
        var (exit, _, error) = await dateline.Run("subscribe", "conflict.#");
        Assert.Equal(2, exit);
        Assert.Contains("--rabbitmq", Assert.Single(error), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Only(params string[] arguments)
    {
        await using var dateline = new Support.Dateline();
        var (exit, output, error) = await dateline.Run([arguments[0], "--jsonl", .. arguments[1..]]);
        Assert.True(exit == 0, string.Join('\n', error));
        return JsonDocument.Parse(Assert.Single(output)).RootElement;
    }

    private static IEnumerable<string> Names(JsonElement line) => line.EnumerateObject().Select(property => property.Name);

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static string? Code(JsonElement line) => line.GetProperty("error").GetProperty("code").GetString();
}
