using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Conventions;

/// <summary>What others' code is shipped, or built with: pinned, and under a licence that was looked at.</summary>
public partial class PackageTests
{
    private static readonly string[] AllowedLicences = ["Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "MS-PL", "0BSD", "Unicode-3.0"];

    /// <summary>Packages that state their licence by an address or a file, and what is written there.</summary>
    private static readonly Dictionary<string, string> Reviewed = new(StringComparer.OrdinalIgnoreCase)
    {
        // references for netstandard2.0, which are not shipped: github.com/dotnet/standard/blob/master/LICENSE.TXT
        ["NETStandard.Library/2.0.3"] = "MIT",
        // the same, of NETStandard.Library's; .NET Library licence: as a reference, nothing of it is in any output
        ["Microsoft.NETCore.Platforms/1.1.0"] = "MS-.NET-Library, not distributed",
    };

    public static TheoryData<string> Shipped => [.. LockFiles("src").SelectMany(Resolved).Distinct()];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Licence_OfEachPackage_IsAllowedOrReviewed(string package)
    {
        if (Reviewed.ContainsKey(package))
            return;
        var licence = Nuspec(package).Descendants().SingleOrDefault(element => element.Name.LocalName == "license" && (string?)element.Attribute("type") == "expression")?.Value;

        Assert.True(licence is not null && IsAllowed(licence), $"{package} is under {licence ?? "a licence that it states by a file or an address"}: look at it, then add it here.");
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("Apache-2.0 OR MPL-2.0", true)]
    [InlineData("(MIT OR GPL-2.0-only) AND BSD-3-Clause", true)]
    [InlineData("MIT AND GPL-3.0-only", false)]
    [InlineData("AGPL-3.0-or-later", false)]
    [InlineData("GPL-2.0-only WITH Classpath-exception-2.0", false)]
    public void Licence_Expression_IsAllowedWhenOneOfItsChoicesIs(string expression, bool allowed) => Assert.Equal(allowed, IsAllowed(expression));

    [Fact]
    public void Reviewed_HoldsNothingThatIsNotUsed() =>
        Assert.Empty(Reviewed.Keys.Except(LockFiles("src").SelectMany(Resolved), StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void Versions_AreExactAndInOnePlace()
    {
        var versions = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(element => (string)element.Attribute("Include")!, element => (string)element.Attribute("Version")!);
        Assert.NotEmpty(versions);
        // within the last line under Apache-2.0; the lock files say which
        Assert.Equal(["MassTransit", "MassTransit.RabbitMQ"], versions.Where(pair => !Exact().IsMatch(pair.Value)).Select(pair => pair.Key).Order());
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).ToArray();
        Assert.NotEmpty(projects);
        Assert.DoesNotContain(projects, project => XDocument.Load(project).Descendants("PackageReference").Any(reference => reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null));
        Assert.All(projects, project => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), $"{project} has no lock file"));
    }

    [Fact]
    public void MassTransit_StaysBelowNine()
    {
        var found = new[] { "src", "tests", "deploy" }.SelectMany(LockFiles).SelectMany(Resolved).Where(package => package.StartsWith("MassTransit", StringComparison.OrdinalIgnoreCase)).Distinct().ToArray();
        Assert.NotEmpty(found);
        Assert.All(found, package => Assert.True(Version.Parse(package.Split('/')[1]).Major < 9, $"{package} is under a commercial licence"));
    }

    private static IEnumerable<string> LockFiles(string folder) => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "packages.lock.json", SearchOption.AllDirectories);

    private static IEnumerable<string> Resolved(string lockFile) => JsonDocument.Parse(File.ReadAllBytes(lockFile)).RootElement.GetProperty("dependencies").EnumerateObject()
        .SelectMany(framework => framework.Value.EnumerateObject())
        .Where(package => package.Value.TryGetProperty("resolved", out _))
        .Select(package => $"{package.Name}/{package.Value.GetProperty("resolved").GetString()}");

    private static XDocument Nuspec(string package)
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var (name, version) = (package.ToLowerInvariant().Split('/')[0], package.ToLowerInvariant().Split('/')[1]);
        return XDocument.Load(Path.Combine(folder, name, version, $"{name}.nuspec"));
    }

    private static bool IsAllowed(string expression) => expression.Split(" AND ").All(part => part.Trim('(', ')').Split(" OR ").Any(AllowedLicences.Contains));

    [GeneratedRegex(@"^\d+(\.\d+){1,3}$")]
    private static partial Regex Exact();
}
