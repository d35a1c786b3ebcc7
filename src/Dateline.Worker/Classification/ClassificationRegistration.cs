using Dateline.Worker.Classification.Watches;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Classification;

internal static class ClassificationRegistration
{
    public static IServiceCollection AddClassification(this IServiceCollection services)
    {
        services.AddOptions<ClassificationOptions>().BindConfiguration("Classification").ValidateOnStart();
        services.AddOptions<WatchOptions>().BindConfiguration("Watches").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<WatchFile>()
            .AddSingleton<IValidateOptions<ClassificationOptions>, ClassificationOptionsValidator>()
            .AddSingleton(provider => Classifier.Load(provider.GetRequiredService<IOptions<ClassificationOptions>>().Value));
    }
}
