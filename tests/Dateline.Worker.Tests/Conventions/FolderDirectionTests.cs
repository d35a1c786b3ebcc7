using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Conventions;

/// <summary>Who may know whom: Cli and Demo at the top, the features beside each other, storage, HTTP and documents under them.</summary>
public class FolderDirectionTests
{
    private const string Root = "Dateline.Worker.";

    private static readonly Architecture Worker = new ArchLoader().LoadAssembly(typeof(WorkerHost).Assembly).Build();

    private static readonly string[] Leaves = ["Documents", "Http", "Jobs", "Storage"];

    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Documents"] = [],
        // the hosts' turns are taken over all workers
        ["Http"] = ["Storage"],
        ["Jobs"] = [],
        ["Storage"] = [],
        ["Classification"] = ["Documents"],
        ["Feeds"] = Leaves,
        ["Articles"] = [.. Leaves, "Classification"],
        ["Publishing"] = Leaves,
        ["Operations"] = Leaves,
        ["Demo"] = [.. Leaves, "Feeds"],
        ["Cli"] = [.. Leaves, "Feeds", "Articles", "Classification", "Publishing", "Operations", "Demo"],
    };

    public static TheoryData<string> Folders => [.. MayKnow.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_KnowsOnlyWhatItMay(string folder)
    {
        var found = Worker.Types
            .Where(type => FolderOf(type) == folder)
            .SelectMany(type => type.Dependencies.Select(dependency => (From: type.FullName, To: dependency.Target)))
            // the T of one generic class is taken for that of another
            .Where(pair => pair.To is not GenericParameter && FolderOf(pair.To) is { } other && other != folder && !MayKnow[folder].Contains(other))
            .Select(pair => $"{pair.From} -> {pair.To.FullName}")
            .Distinct()
            .ToArray();
        Assert.True(found.Length == 0, string.Join("; ", found));
    }

    [Fact]
    public void EveryFolder_HasItsRule()
    {
        var folders = Directory.GetDirectories(Repository.Source).Select(path => Path.GetFileName(path)!).Where(name => name is not ("bin" or "obj"));
        Assert.Equal(MayKnow.Keys.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Dependencies_AreSeen() =>
        Assert.Contains(Worker.Types, type => FolderOf(type) == "Articles" && type.Dependencies.Any(dependency => FolderOf(dependency.Target) == "Classification"));

    private static string? FolderOf(IType type)
    {
        var name = type.Namespace?.FullName ?? "";
        return name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..].Split('.')[0] : null;
    }
}
