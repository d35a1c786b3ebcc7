using System.Reflection;

namespace Dateline.Worker;

/// <summary>This build's version.</summary>
internal static class ProductVersion
{
    /// <summary>Without build metadata: <c>0.1.0</c>.</summary>
    public static string Short { get; } =
        (typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];
}
