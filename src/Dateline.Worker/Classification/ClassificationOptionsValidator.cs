using Microsoft.Extensions.Options;

namespace Dateline.Worker.Classification;

/// <summary>Reads the models that the options name, so that a wrong file is told at start and not at the first article.</summary>
internal sealed class ClassificationOptionsValidator : IValidateOptions<ClassificationOptions>
{
    public ValidateOptionsResult Validate(string? name, ClassificationOptions options)
    {
        string?[] problems =
        [
            Problem(nameof(options.TopicModel), () => ModelFiles.Topics(options.TopicModel)),
            Problem(nameof(options.Taxonomies), () => ModelFiles.Taxonomies(options.Taxonomies)),
            options is { Subjects: true, Topics: false } ? "Classification:Subjects: there are none without Classification:Topics, which is false." : null,
        ];
        return Array.TrueForAll(problems, problem => problem is null) ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.OfType<string>());
    }

    private static string? Problem(string option, Func<object> read)
    {
        try
        {
            read();
            return null;
        }
        catch (InvalidDataException e)
        {
            return $"Classification:{option}: {e.Message}";
        }
    }
}
