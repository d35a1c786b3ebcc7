using System.CommandLine;
using Dateline.Worker.Classification;

namespace Dateline.Worker.Cli;

/// <summary>The options of the verbs that classify which name models other than those built in.</summary>
internal sealed class ClassifyModel
{
    private readonly Option<string?> topics = new("--model")
    {
        Description = "A model of the built-in topics that dateline train --data wrote. Default: the built-in model.", HelpName = "FILE",
    };

    private readonly Option<string[]> taxonomies = new("--taxonomy")
    {
        Description = "Models with labels of your own that dateline train --data --labels wrote.", AllowMultipleArgumentsPerToken = true, HelpName = "FILE...",
    };

    private readonly Option<bool> subjects = new("--subjects") { Description = "Tag the subjects within the topics too (terrorism, election, soccer)." };

    public void AddTo(Command command)
    {
        command.Options.Add(topics);
        command.Options.Add(taxonomies);
    }

    public void AddSubjectsTo(Command command) => command.Options.Add(subjects);

    /// <summary>Null when there is none to be had; standard error says why.</summary>
    public Classifier? Load(ParseResult parsed)
    {
        try
        {
            return Classifier.Load(new ClassificationOptions
            {
                TopicModel = parsed.GetValue(topics), Taxonomies = parsed.GetValue(taxonomies) ?? [], Subjects = parsed.GetValue(subjects),
            });
        }
        catch (InvalidDataException e)
        {
            Console.Error.WriteLine($"dateline: {e.Message}");
            return null;
        }
    }
}
