using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Dateline.Worker.IntegrationTests.Servers;

/// <summary>A RabbitMQ node of the tests' own on free loopback ports, with its data in a temporary folder and an epmd of its own.</summary>
internal sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private readonly string folder;
    private readonly Dictionary<string, string?> environment;
    private readonly CaptiveProcess? portMapper;
    private readonly string? container;
    private CaptiveProcess? node;

    private RabbitMqServer(string folder, int port, Dictionary<string, string?> environment, CaptiveProcess? portMapper, string? container)
    {
        this.folder = folder;
        this.environment = environment;
        this.portMapper = portMapper;
        this.container = container;
        Address = new Uri($"amqp://guest:guest@127.0.0.1:{port}/");
    }

    public Uri Address { get; }

    /// <param name="peer">A node whose cluster this one joins.</param>
    /// <param name="settings">Further lines of its configuration.</param>
    /// <param name="plugins">Plugins of its own distribution, parted by commas.</param>
    public static async Task<RabbitMqServer> Start(RabbitMqServer? peer = null, string settings = "", string plugins = "")
    {
        var program = await Programs.FindOrInstall("RabbitMQ", "rabbitmq-server", Server);
        var ports = Ports.Free(3);
        if (program is null)
        {
            if (peer is not null)
                throw new InvalidOperationException("A cluster of containers is not started here.");
            var id = await CaptiveProcess.Run("docker", "run", "-d", "-p", $"127.0.0.1:{ports[0]}:5672", "rabbitmq:4");
            var contained = new RabbitMqServer("", ports[0], [], null, id.Trim());
            await contained.WaitUntilReady();
            return contained;
        }

        var folder = Directory.CreateTempSubdirectory("dateline-mq").FullName;
        var environment = Environment(folder, ports, settings, plugins);
        if (peer is not null)
            return await Join(peer, new RabbitMqServer(folder, ports[0], environment, null, null));
        var mapper = CaptiveProcess.Start("epmd", ["-address", "127.0.0.1", "-port", $"{ports[2]}"], environment, folder, cleanEnvironment: true);
        var server = new RabbitMqServer(folder, ports[0], environment, mapper, null);
        await server.StartNode();
        return server;
    }

    /// <summary>The broker as it was, with its durable queues.</summary>
    public async Task StartNode()
    {
        node = CaptiveProcess.Start("/bin/sh", [Server], environment, folder, cleanEnvironment: true);
        await WaitUntilReady();
    }

    /// <summary>SIGKILL, as if the machine lost its power.</summary>
    public async Task KillNode()
    {
        if (node is not null)
            await node.DisposeAsync();
        node = null;
    }

    /// <summary>SIGTERM, and the end waited for.</summary>
    public async Task StopNode()
    {
        if (node is null)
            return;
        await SignalNode("TERM");
        await node.WaitForExit(TimeSpan.FromSeconds(60));
        await KillNode();
    }

    /// <summary>SIGSTOP: connections stay open and nothing answers.</summary>
    public Task PauseNode() => SignalNode("STOP");

    public Task ResumeNode() => SignalNode("CONT");

    /// <summary>The memory alarm, which blocks every connection that publishes.</summary>
    public Task BlockPublishers(bool blocked) => Control(["set_vm_memory_high_watermark", .. blocked ? new[] { "0.000001" } : ["absolute", "1GB"]]);

    /// <summary>rabbitmqctl on this node.</summary>
    public async Task Control(params string[] arguments)
    {
        await using var control = CaptiveProcess.Start("/bin/sh", [Server.Replace("-server", "ctl", StringComparison.Ordinal), "-n", environment["RABBITMQ_NODENAME"]!, .. arguments], environment, folder, cleanEnvironment: true);
        var exit = await control.WaitForExit(TimeSpan.FromSeconds(60));
        if (exit != 0)
            throw new InvalidOperationException($"rabbitmqctl {string.Join(' ', arguments)} ended with {exit}:\n{control.Tail}");
    }

    public Task<IConnection> Connect() => new ConnectionFactory { Uri = Address, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();

    public async ValueTask DisposeAsync()
    {
        await KillNode();
        if (portMapper is not null)
            await portMapper.DisposeAsync();
        if (container is not null)
            await CaptiveProcess.Run("docker", "rm", "-f", container);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static async Task<RabbitMqServer> Join(RabbitMqServer peer, RabbitMqServer node)
    {
        node.environment["ERL_EPMD_PORT"] = peer.environment["ERL_EPMD_PORT"];
        // nodes of a cluster know each other by it
        File.Copy(Path.Combine(peer.folder, ".erlang.cookie"), Path.Combine(node.folder, ".erlang.cookie"));
        await node.StartNode();
        await node.Control("stop_app");
        await node.Control("join_cluster", peer.environment["RABBITMQ_NODENAME"]!);
        await node.Control("start_app");
        return node;
    }

    private static Dictionary<string, string?> Environment(string folder, int[] ports, string settings, string plugins)
    {
        File.WriteAllText(Path.Combine(folder, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{ports[0]}
            disk_free_limit.absolute = 50MB
            vm_memory_high_watermark.absolute = 1GB
            {settings}
            """);
        File.WriteAllText(Path.Combine(folder, "enabled_plugins"), $"[{plugins}].");
        return new Dictionary<string, string?>
        {
            ["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin",
            ["LANG"] = "C.UTF-8",
            ["HOME"] = folder,
            ["ERL_EPMD_PORT"] = $"{ports[2]}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODENAME"] = $"t{ports[0]}@localhost",
            ["RABBITMQ_NODE_PORT"] = $"{ports[0]}",
            ["RABBITMQ_DIST_PORT"] = $"{ports[1]}",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq"),
            ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "rabbit.pid"),
            ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(folder, "gen"),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        };
    }

    /// <summary>To the Erlang machine itself; the shell that started it only waits.</summary>
    private async Task SignalNode(string signal)
    {
        var machine = await File.ReadAllTextAsync(environment["RABBITMQ_PID_FILE"]!);
        await CaptiveProcess.Run("kill", $"-{signal}", machine.Trim());
    }

    private async Task WaitUntilReady()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = await Connect();
                return;
            }
            catch (BrokerUnreachableException e) when (attempt < 600)
            {
                if (node is { HasExited: true })
                    throw new InvalidOperationException($"RabbitMQ ended while starting:\n{node.Tail}", e);
                await Task.Delay(100);
            }
        }
    }
}
