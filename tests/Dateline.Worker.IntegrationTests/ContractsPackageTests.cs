using System.IO.Compression;
using System.Xml.Linq;
using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.IntegrationTests;

/// <summary>The package that subscribers reference, as <c>dotnet pack</c> makes it.</summary>
public class ContractsPackageTests
{
    [Fact]
    public async Task Pack_IsForThreeFrameworksAndNeedsNothing()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-pack");
        try
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            await CaptiveProcess.Run(
                Environment.ProcessPath ?? "dotnet", "pack", Path.Combine(Repository.Root, "src", "Dateline.Contracts"), "-c", configuration, "--no-build", "-o", folder.FullName);
            await using var package = await ZipFile.OpenReadAsync(Assert.Single(Directory.GetFiles(folder.FullName, "*.nupkg")));
            var files = package.Entries.Select(entry => entry.FullName).ToArray();

            foreach (var framework in new[] { "net10.0", "net8.0", "netstandard2.0" })
            {
                Assert.Contains($"lib/{framework}/Dateline.Contracts.dll", files);
                Assert.Contains($"lib/{framework}/Dateline.Contracts.xml", files);
            }

            Assert.All(["README.md", "asyncapi.yaml", "schema.json"], file => Assert.Contains(file, files));
            await using var specification = await package.GetEntry("Dateline.Contracts.nuspec")!.OpenAsync();
            var metadata = await XDocument.LoadAsync(specification, LoadOptions.None, CancellationToken.None);
            Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
            Assert.Equal("Apache-2.0", metadata.Descendants().Single(element => element.Name.LocalName == "license").Value);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
