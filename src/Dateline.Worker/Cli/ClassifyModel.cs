using System.CommandLine;
using Dateline.Worker.Classification;

namespace Dateline.Worker.Cli;

/// <summary>The <c>--model</c> option of the verbs that classify.</summary>
internal static class ClassifyModel
{
    public static Option<string?> Option() => new("--model")
    {
        Description = "A topic model that dateline train --data wrote. Default: the built-in model.", HelpName = "FILE",
    };

    /// <summary>Null when there is none to be had; standard error says why.</summary>
    public static Classifier? Load(string? path)
    {
        try
        {
            return Classifier.Load(path);
        }
        catch (InvalidDataException e)
        {
            Console.Error.WriteLine($"dateline: {e.Message}");
            return null;
        }
    }
}
