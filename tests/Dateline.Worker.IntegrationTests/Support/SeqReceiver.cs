using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Worker.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Dateline.Worker.IntegrationTests.Support;

/// <summary>Takes log events as Seq's ingestion endpoint does, refuses what Seq refuses, and keeps the rest.</summary>
internal sealed partial class SeqReceiver(string? apiKey) : IAsyncDisposable
{
    private const int EventLimit = 256 * 1024;

    private LoopbackServer server = null!;

    public Uri Address => server.Address;

    public ConcurrentQueue<JsonElement> Events { get; } = new();

    public ConcurrentQueue<string> Refused { get; } = new();

    /// <summary>What Seq would set for this key; null leaves the level to the worker.</summary>
    public string? MinimumLevel { get; set; }

    /// <summary>Answers 503 while true, as when Seq is being upgraded.</summary>
    public bool Away { get; set; }

    public static async Task<SeqReceiver> Start(string? apiKey = null)
    {
        var receiver = new SeqReceiver(apiKey);
        receiver.server = await LoopbackServer.Start(receiver.Take);
        return receiver;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        var (status, error) = Away ? (503, "away")
            : context.Request.Path != "/ingest/clef" && context.Request.Path != "/api/events/raw" ? (404, "Not found")
            : apiKey is not null && context.Request.Headers["X-Seq-ApiKey"] != apiKey ? (401, "Invalid API key.")
            : await Read(context.Request);
        if (error is not null)
            Refused.Enqueue(error);
        context.Response.StatusCode = status;
        // the sink looks for these very characters
        await context.Response.WriteAsync(error is not null ? $$"""{"Error":"{{error}}"}""" : MinimumLevel is null ? "{}" : $$"""{"MinimumLevelAccepted":"{{MinimumLevel}}"}""");
    }

    private async Task<(int Status, string? Error)> Read(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var events = new List<JsonElement>();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (line.Length > EventLimit)
                return (413, "an event exceeds the size limit");
            var parsed = JsonDocument.Parse(line).RootElement;
            if (Fault(parsed) is { } fault)
                return (400, fault);
            events.Add(parsed);
        }

        foreach (var taken in events)
            Events.Enqueue(taken);
        return (201, null);
    }

    private static string? Fault(JsonElement line)
    {
        if (!line.TryGetProperty("@t", out var time) || !DateTimeOffset.TryParse(time.GetString(), out _))
            return "no @t";
        foreach (var (name, length) in new[] { ("@tr", 32), ("@sp", 16) })
        {
            if (line.TryGetProperty(name, out var id) && !(Hex().IsMatch(id.GetString() ?? "") && id.GetString()!.Length == length))
                return $"{name} is no id";
        }

        return line.EnumerateObject().Select(property => property.Name).FirstOrDefault(name =>
            name.StartsWith('@') && !name.StartsWith("@@", StringComparison.Ordinal) && !Known().IsMatch(name)) is { } unknown ? $"unknown {unknown}" : null;
    }

    [GeneratedRegex("^[0-9a-f]+$")]
    private static partial Regex Hex();

    [GeneratedRegex("^@(t|mt|m|l|x|i|r|tr|sp|ps|st|sk|ra|sa|d)$")]
    private static partial Regex Known();
}
