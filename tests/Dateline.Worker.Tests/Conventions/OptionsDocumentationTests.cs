using System.Globalization;
using System.Reflection;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.Tests.Conventions;

/// <summary>deploy/OPERATIONS.md names every option with the default that it has.</summary>
public class OptionsDocumentationTests
{
    private static readonly string Documentation = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "OPERATIONS.md"));

    public static TheoryData<string> Options
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (var type in typeof(WorkerHost).Assembly.GetTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.IsClass && type.Namespace!.StartsWith("Dateline.Worker.", StringComparison.Ordinal)))
                names.Add(type.FullName!);
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void EveryOption_StandsInTheTable(string typeName)
    {
        var type = typeof(WorkerHost).Assembly.GetType(typeName)!;
        var prefix = Prefix(type);
        if (prefix is null)
            return;
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && !IsOptions(property.PropertyType)))
            Check(prefix + property.Name + (property.PropertyType.IsArray ? "__" : ""), property.GetValue(defaults));
    }

    private static void Check(string name, object? value)
    {
        var row = Documentation.Split('\n').SingleOrDefault(line => line.StartsWith($"| `{name}", StringComparison.Ordinal) && (name.EndsWith('_') || line.StartsWith($"| `{name}`", StringComparison.Ordinal)));
        Assert.True(row is not null, $"{name} is not in deploy/OPERATIONS.md.");
        if (value is not (null or "" or Array))
            Assert.Contains($"{Convert.ToString(value, CultureInfo.InvariantCulture)}", row.Split('|')[2], StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOptions(Type type) => (type.GetElementType() ?? type).Name.EndsWith("Options", StringComparison.Ordinal);

    /// <summary>What stands before a property's name; null for what is no section of the settings.</summary>
    private static string? Prefix(MemberInfo type) => type.Name switch
    {
        "FeedOptions" => "Feeds__",
        "ArticleOptions" => "Articles__",
        "StoryOptions" => "Stories__",
        "WatchOptions" => "Watches__",
        "QueueOptions" => "Publishing__Queues__N__",
        "TlsOptions" => "Publishing__Tls__",
        "TrainingOptions" => null,
        var name => name[..^"Options".Length] + "__",
    };
}
