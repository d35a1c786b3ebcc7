using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dateline.Worker.Operations;

internal static class OperationsRegistration
{
    /// <summary>Where status page and health checks answer when ASPNETCORE_URLS and ASPNETCORE_HTTP_PORTS say nothing: this machine only.</summary>
    public const int DefaultPort = 8080;

    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<ScanCheck>("scan", tags: ["live"]).AddCheck<DatabaseCheck>("database", tags: ["ready"]);
        return services.AddSingleton<ScanCheck>().AddSingleton<DatabaseCheck>().AddSingleton<StatusPage>().AddSingleton<ClockJob>();
    }

    public static void MapOperations(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", Only("live"));
        app.MapHealthChecks("/healthz/ready", Only("ready"));
        app.MapGet("/", async (StatusPage page, CancellationToken cancellationToken) =>
            Results.Content(await page.Render(cancellationToken), "text/html; charset=utf-8"));
    }

    /// <summary>True when nothing listens there yet.</summary>
    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static HealthCheckOptions Only(string tag) => new()
    {
        Predicate = check => check.Tags.Contains(tag),
        ResponseWriter = async (context, report) =>
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(report.Status + "\n" + string.Concat(report.Entries
                .Where(entry => entry.Value.Status != HealthStatus.Healthy)
                .Select(entry => $"{entry.Key}: {entry.Value.Description}\n")));
        },
    };
}
