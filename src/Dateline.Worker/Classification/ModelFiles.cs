using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification;

/// <summary>The models that a user names, each where its kind belongs.</summary>
internal static class ModelFiles
{
    /// <summary>The model of the built-in topics in a file, or the one that is built in when none is named.</summary>
    /// <exception cref="InvalidDataException">The file cannot be used; the message names it.</exception>
    public static TopicModel Topics(string? path)
    {
        if (string.IsNullOrEmpty(path))
            return BuiltInData.Read("topics.model", TopicModelFile.Read);
        var model = TopicModelFile.Load(path);
        return model.Labels.IsBuiltIn
            ? model
            : throw new InvalidDataException($"{path} has labels of its own (taxonomy \"{model.Labels.Taxonomy}\"): it belongs under Taxonomies (--taxonomy), not TopicModel (--model).");
    }

    /// <summary>The models with labels of a user's own.</summary>
    /// <exception cref="InvalidDataException">A file cannot be used, or two have the same taxonomy; the message names it.</exception>
    public static IReadOnlyList<TopicModel> Taxonomies(IEnumerable<string> paths)
    {
        var models = new List<TopicModel>();
        foreach (var path in paths)
        {
            var model = TopicModelFile.Load(path);
            if (model.Labels.IsBuiltIn)
                throw new InvalidDataException($"{path} has the built-in topics: it belongs under TopicModel (--model), not Taxonomies (--taxonomy).");
            if (models.Exists(other => other.Labels.Taxonomy == model.Labels.Taxonomy))
                throw new InvalidDataException($"{path}: the taxonomy \"{model.Labels.Taxonomy}\" is there already.");
            models.Add(model);
        }

        return models;
    }
}
