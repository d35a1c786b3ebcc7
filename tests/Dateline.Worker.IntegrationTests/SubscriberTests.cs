using Dateline.Worker.IntegrationTests.Servers;
using Dateline.Worker.IntegrationTests.Support;
using Dateline.Worker.Tests.Support;

namespace Dateline.Worker.IntegrationTests;

/// <summary>The subscribers that we give away, run as a user runs them, against the real exchange.</summary>
[Collection(SharedServers.Name)]
public class SubscriberTests(ServersFixture servers)
{
    private static readonly string Samples = Path.Combine(Repository.Root, "deploy", "subscribers");

    [Theory]
    [InlineData("csharp", "Subscriber.dll")]
    [InlineData("masstransit", "MassTransitSubscriber.dll")]
    public Task CSharp_PrintsTheArticle(string sample, string program)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return PrintsTheArticle(Environment.ProcessPath ?? "dotnet", Path.Combine(Samples, sample, "bin", configuration, "net10.0", program));
    }

    [Fact]
    public async Task Python_PrintsTheArticle()
    {
        var python = await Programs.FindOrInstall("Python's pika", "python3-pika", "/usr/lib/python3/dist-packages/pika/__init__.py");
        Assert.True(python is not null, "Debian's package python3-pika is needed, or pika for /usr/bin/python3.");
        await PrintsTheArticle("/usr/bin/python3", Path.Combine(Samples, "python", "subscribe.py"));
    }

    [NodeFact]
    public async Task Node_PrintsTheArticle()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-node");
        try
        {
            foreach (var file in Directory.GetFiles(Path.Combine(Samples, "node")))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            await CaptiveProcess.Run("npm", "ci", "--prefix", folder.FullName, "--no-audit", "--no-fund");
            await PrintsTheArticle("node", Path.Combine(folder.FullName, "subscribe.js"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task PrintsTheArticle(string program, string script)
    {
        await using var site = await NewsSite.Paris();
        var queue = $"sample-{Guid.NewGuid():N}";
        await using var subscriber = CaptiveProcess.Start(
            program, [script, servers.RabbitMq.Address.AbsoluteUri, queue, "conflict.#", "*.*.*.fr.*"], new Dictionary<string, string?>());
        await WaitForQueue(queue, subscriber);
        await using var dateline = new Support.Dateline(("Publishing__RabbitMq", servers.RabbitMq.Address.AbsoluteUri));
        var (exit, _, error) = await dateline.Run("poll", "--once", site.At("/feed.xml").AbsoluteUri);
        Assert.True(exit == 0, string.Join('\n', error));

        var line = await subscriber.WaitForLine("What the Paris attack has taught us about ISIS", TimeSpan.FromSeconds(30));
        Assert.Matches(@"^[0-9a-f-]{36} \[conflict.*\] \[[A-Z ]*FR[A-Z ]*\] en What", line);
        await Task.Delay(500);
        Assert.Single(subscriber.Output, printed => printed.Contains("What the Paris attack", StringComparison.Ordinal));
    }

    /// <summary>Until the queue is bound: what is published before would not come to it.</summary>
    private async Task WaitForQueue(string name, CaptiveProcess subscriber)
    {
        await using var connection = await servers.RabbitMq.Connect();
        for (var attempt = 0; attempt < 300; attempt++)
        {
            await using var channel = await connection.CreateChannelAsync();
            try
            {
                if ((await channel.QueueDeclarePassiveAsync(name)).ConsumerCount > 0)
                    return;
            }
            catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
            {
                Assert.False(subscriber.HasExited, subscriber.Tail);
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"The subscriber took nothing from {name}:\n{subscriber.Tail}");
    }
}

/// <summary>Skipped where Node and npm are not installed; C# and Python stand for the others there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!new[] { "node", "npm" }.All(program => folders.Any(folder => File.Exists(Path.Combine(folder, program)))))
            Skip = "Node and npm are not installed.";
    }
}
