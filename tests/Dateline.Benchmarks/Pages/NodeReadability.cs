using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Dateline.Worker.Tests.Articles.Extraction;

namespace Dateline.Benchmarks.Pages;

/// <summary>
/// Mozilla's Readability with jsdom in a process of Node, which keeps the pages in its memory and answers with a page's text when it is asked
/// by number. Installed by npm into a temporary folder, for measuring alone.
/// </summary>
internal sealed class NodeReadability : IDisposable
{
    private const string Script = """
        const fs = require('fs'), readline = require('readline');
        const { JSDOM, VirtualConsole } = require('jsdom');
        const { Readability } = require('@mozilla/readability');
        const pages = JSON.parse(fs.readFileSync('pages.json', 'utf8')).map(page => ({ url: page.url, html: fs.readFileSync(page.file, 'utf8') }));
        function read(page) {
          try {
            const dom = new JSDOM(page.html, { url: page.url, virtualConsole: new VirtualConsole() });
            const article = new Readability(dom.window.document).parse();
            dom.window.close();
            return article && article.textContent || '';
          } catch (error) {
            return '';
          }
        }
        console.log(process.version);
        readline.createInterface({ input: process.stdin }).on('line', line => console.log(JSON.stringify(read(pages[Number(line)]))));
        """;

    private readonly DirectoryInfo folder;
    private readonly Process node;
    private readonly Dictionary<string, int> numbers;

    private NodeReadability(DirectoryInfo folder, Process node, Dictionary<string, int> numbers)
    {
        (this.folder, this.node, this.numbers) = (folder, node, numbers);
        Name = $"Readability.js ({node.StandardOutput.ReadLine()})";
    }

    public string Name { get; }

    /// <summary>A running process, or null with one line on why there is none.</summary>
    public static NodeReadability? Start(IReadOnlyList<TrafilaturaPage> pages)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-readability-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "read.cjs"), Script);
            File.WriteAllText(Path.Combine(folder.FullName, "pages.json"), JsonSerializer.Serialize(pages.Select(page => new { url = page.Url.Trim(), file = page.File })));
            using var npm = Run("npm", ["install", "--no-audit", "--no-fund", "--silent", "--prefix", folder.FullName, "@mozilla/readability", "jsdom"], folder);
            npm.WaitForExit();
            if (npm.ExitCode != 0)
                return Without(folder, $"npm install ended with {npm.ExitCode}");
            return new NodeReadability(folder, Run("node", ["read.cjs"], folder), Enumerable.Range(0, pages.Count).ToDictionary(index => pages[index].File));
        }
        catch (Win32Exception e)
        {
            return Without(folder, e.Message);
        }
    }

    public string Text(TrafilaturaPage page)
    {
        node.StandardInput.WriteLine(numbers[page.File]);
        return node.StandardOutput.ReadLine() is { } line ? JsonSerializer.Deserialize<string>(line) ?? "" : throw new InvalidOperationException("Node has ended.");
    }

    public void Dispose()
    {
        node.StandardInput.Close();
        node.WaitForExit();
        node.Dispose();
        folder.Delete(recursive: true);
    }

    private static NodeReadability? Without(DirectoryInfo folder, string why)
    {
        folder.Delete(recursive: true);
        Console.WriteLine($"Readability.js is not measured: {why}.");
        return null;
    }

    private static Process Run(string program, IEnumerable<string> arguments, DirectoryInfo folder) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder.FullName, RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8,
    })!;
}
