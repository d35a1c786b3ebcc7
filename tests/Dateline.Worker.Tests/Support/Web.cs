using Dateline.Worker.Http;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Tests.Support;

/// <summary>The real fetcher, with loopback allowed and short times.</summary>
internal static class Web
{
    public static IOptions<HttpOptions> Options(Action<HttpOptions>? change = null)
    {
        var options = new HttpOptions { AllowedNetworks = ["127.0.0.0/8"], AttemptTimeoutSeconds = 5, TotalTimeoutSeconds = 10, Retries = 0, HostSpacingMilliseconds = 0 };
        change?.Invoke(options);
        return Microsoft.Extensions.Options.Options.Create(options);
    }

    public static WebFetcher Fetcher(IOptions<HttpOptions>? options = null)
    {
        options ??= Options();
        return new WebFetcher(new PublicAddressGuard(options), new HostPipelines(options, TimeProvider.System), options);
    }

    public static WebQuery Query(Uri url, int maxBytes = 1 << 20) => new(url, maxBytes, "*/*");
}
