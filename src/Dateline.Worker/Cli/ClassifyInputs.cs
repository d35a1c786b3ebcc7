using System.Runtime.CompilerServices;
using System.Text;
using Dateline.Worker.Articles;
using Dateline.Worker.Classification;

namespace Dateline.Worker.Cli;

/// <summary>
/// The texts in what <c>classify</c> was given. Standard input with JSON lines is read line by line, so that a stream without an end is
/// answered as it comes; a file is JSON lines when its first character is a brace, one plain text otherwise;
/// of an article page that was fetched, its article.
/// </summary>
internal sealed class ClassifyInputs(
    Func<Uri, CancellationToken, Task<CliInputResult>> fetch, TextReader standardInput, Func<Stream> openStandardInput)
{
    public async IAsyncEnumerable<ClassifyDocument> Read(
        IReadOnlyList<string> inputs, string? manifest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var input in inputs)
        {
            var documents = input == "-" ? ReadStream(cancellationToken) : ReadPlaces([input], null, cancellationToken);
            await foreach (var document in documents)
                yield return document;
        }

        if (manifest is null)
            yield break;
        await foreach (var document in ReadPlaces([], manifest, cancellationToken))
            yield return document;
    }

    private async IAsyncEnumerable<ClassifyDocument> ReadPlaces(
        IEnumerable<string> inputs, string? manifest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = openStandardInput();
        var reader = new CliInputReader(fetch, standardInput, stream);
        await foreach (var result in reader.Read(inputs, manifest, cancellationToken))
        {
            if (result.Input is { ContentType: { } type } page && type.Contains("html", StringComparison.OrdinalIgnoreCase))
            {
                yield return Page(page);
            }
            else if (result.Input is { } input)
            {
                foreach (var document in ClassifyLines.Split(input.Name, Text(input.Bytes), input.Url))
                    yield return document;
            }
            else
            {
                yield return new ClassifyDocument(result.Name, null, null, result.Error);
            }
        }
    }

    private async IAsyncEnumerable<ClassifyDocument> ReadStream([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        while (await standardInput.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (number == 1 && !ClassifyLines.IsJson(line))
            {
                var rest = await standardInput.ReadToEndAsync(cancellationToken);
                yield return ClassifyLines.Plain("-", $"{line}\n{rest}", null);
                yield break;
            }

            yield return ClassifyLines.Parse($"-:{number}", line);
        }
    }

    private static ClassifyDocument Page(CliInput page)
    {
        var article = ArticleExtractor.Extract(page.Bytes, page.ContentType, page.Url is null ? null : new Uri(page.Url));
        return article is { Wall: null, Text.Length: > 0 }
            ? new ClassifyDocument(page.Name, page.Name, new ClassifierInput(article.Title ?? "", Text: article.Text, Url: page.Url, Language: article.Language), null)
            : new ClassifyDocument(page.Name, null, null, new CliError("no_article", "The page holds no article's text."));
    }

    private static string Text(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
