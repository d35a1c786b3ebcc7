using System.CommandLine;
using System.Globalization;
using Dateline.Worker.Operations;

namespace Dateline.Worker.Cli;

/// <summary><c>health</c>: asks the worker on this machine, for a container's health check. 0 when it lives, 1 when not.</summary>
internal static class HealthVerb
{
    public static Command Create()
    {
        var ready = new Option<bool>("--ready") { Description = "Ask whether the database answers too, not only whether it lives." };
        var port = new Option<int?>("--port") { Description = "The worker's port. The default is ASPNETCORE_HTTP_PORTS, else 8080.", HelpName = "PORT" };
        var command = new Command("health", "Ask the running worker on this machine whether it is well.") { ready, port };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var at = parsed.GetValue(port) ?? PortFromEnvironment();
            return await Ask(new Uri($"http://127.0.0.1:{at}/healthz/{(parsed.GetValue(ready) ? "ready" : "live")}"), cancellationToken);
        });
        return command;
    }

    private static int PortFromEnvironment() =>
        int.TryParse(Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS")?.Split(';')[0], CultureInfo.InvariantCulture, out var port)
            ? port
            : OperationsRegistration.DefaultPort;

    private static async Task<int> Ask(Uri address, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(2) };
        using var client = new HttpMessageInvoker(handler);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await client.SendAsync(request, limit.Token);
            Console.WriteLine((await response.Content.ReadAsStringAsync(limit.Token)).Trim());
            return response.IsSuccessStatusCode ? CommandLine.Done : CommandLine.SomeFailed;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"dateline: no worker answers at {address}: {e.Message}");
            return CommandLine.SomeFailed;
        }
    }
}
