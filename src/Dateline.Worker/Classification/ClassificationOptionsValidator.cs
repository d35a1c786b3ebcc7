using Dateline.Worker.Classification.Topics;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Classification;

/// <summary>Reads the topic model that the options name, so that a wrong file is told at start and not at the first article.</summary>
internal sealed class ClassificationOptionsValidator : IValidateOptions<ClassificationOptions>
{
    public ValidateOptionsResult Validate(string? name, ClassificationOptions options)
    {
        if (string.IsNullOrEmpty(options.TopicModel))
            return ValidateOptionsResult.Success;
        try
        {
            TopicModelFile.Load(options.TopicModel);
            return ValidateOptionsResult.Success;
        }
        catch (InvalidDataException e)
        {
            return ValidateOptionsResult.Fail($"Classification:TopicModel: {e.Message}");
        }
    }
}
