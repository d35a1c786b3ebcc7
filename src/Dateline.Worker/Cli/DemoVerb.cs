using System.CommandLine;

namespace Dateline.Worker.Cli;

/// <summary><c>demo</c>.</summary>
internal static class DemoVerb
{
    public static Command Create() => new("demo", "The whole on a small built-in news site, without a network.");
}
