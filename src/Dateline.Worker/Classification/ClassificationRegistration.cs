namespace Dateline.Worker.Classification;

internal static class ClassificationRegistration
{
    public static IServiceCollection AddClassification(this IServiceCollection services) =>
        services.AddSingleton(_ => Classifier.LoadDefault());
}
