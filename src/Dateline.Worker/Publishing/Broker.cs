using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MassTransit;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Dateline.Worker.Publishing;

/// <summary>How the broker is reached: its nodes, TLS, who we are. One place for the bus and for connections of our own.</summary>
internal sealed class Broker : IDisposable
{
    private const SslPolicyErrors Every = SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateNotAvailable;

    private readonly Uri? address;
    private readonly TlsOptions tls;
    private readonly AmqpTcpEndpoint[] nodes;
    private readonly X509Certificate2? certificate;
    private readonly X509Certificate2Collection? authorities;

    public Broker(IOptions<PublishingOptions> options)
    {
        address = options.Value.RabbitMq is { Length: > 0 } given ? new Uri(given) : null;
        tls = options.Value.Tls;
        (certificate, authorities) = (tls.Certificate(), tls.Authorities());
        nodes = address is null ? [] : [.. options.Value.Nodes.Select(node => new Uri($"{address.Scheme}://{node}")).Prepend(address).Select(Endpoint)];
    }

    /// <summary>False: events stay in the process.</summary>
    public bool IsConfigured => address is not null;

    /// <exception cref="InvalidOperationException">No broker is configured.</exception>
    public Uri Address => address ?? throw new InvalidOperationException("Publishing:RabbitMq names no broker.");

    /// <summary>For the log: never the password.</summary>
    public string Name => nodes.Length > 0 ? $"RabbitMQ at {string.Join(", ", nodes.Select(node => $"{node.HostName}:{node.Port}"))}" : "the process only (no broker configured)";

    private bool IsSecure => Address.Scheme == "amqps";

    /// <summary>A certificate is who we are when the address does not say it.</summary>
    private bool LogsInByCertificate => certificate is not null && Address.UserInfo.Length == 0;

    /// <summary>A connection to one of the nodes that answer.</summary>
    /// <param name="name">What the broker calls it.</param>
    /// <param name="recovers">It is made anew by itself when it breaks.</param>
    public Task<IConnection> Connect(string name, CancellationToken cancellationToken, bool recovers = false)
    {
        var factory = new ConnectionFactory { Uri = Address, AutomaticRecoveryEnabled = recovers };
        if (LogsInByCertificate)
            factory.AuthMechanisms = [new ExternalMechanismFactory()];
        return factory.CreateConnectionAsync(nodes, name, cancellationToken);
    }

    public void Configure(IRabbitMqHostConfigurator host)
    {
        if (IsSecure)
        {
            // said in full: MassTransit's own defaults have let an unknown authority pass
            host.UseSsl(ssl =>
            {
                ssl.Protocol = SslProtocols.None;
                ssl.ServerName = ServerName(Address);
                ssl.EnforcePolicyErrors(Every);
                ssl.CertificateValidationCallback = IsTrusted;
                ssl.Certificate = certificate;
                ssl.UseCertificateAsAuthenticationIdentity = LogsInByCertificate;
            });
        }

        if (nodes.Length > 1)
        {
            host.UseCluster(cluster =>
            {
                foreach (var node in nodes)
                    cluster.Node($"{node.HostName}:{node.Port}");
            });
        }
    }

    public void Dispose() => certificate?.Dispose();

    private AmqpTcpEndpoint Endpoint(Uri node)
    {
        var port = !node.IsDefaultPort && node.Port > 0 ? node.Port : Address.Port > 0 ? Address.Port : AmqpTcpEndpoint.UseDefaultPort;
        if (!IsSecure)
            return new AmqpTcpEndpoint(node.IdnHost, port);
        var ssl = new SslOption(ServerName(node), enabled: true) { Version = SslProtocols.None, CertificateValidationCallback = IsTrusted };
        if (certificate is not null)
            ssl.Certs = [certificate];
        return new AmqpTcpEndpoint(node.IdnHost, port, ssl);
    }

    private string ServerName(Uri node) => tls.ServerName is { Length: > 0 } name ? name : node.IdnHost;

    private bool IsTrusted(object sender, X509Certificate? theirs, X509Chain? chain, SslPolicyErrors errors)
    {
        if (authorities is null || theirs is null)
            return errors == SslPolicyErrors.None;
        if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var ours = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        ours.ChainPolicy.CustomTrustStore.AddRange(authorities);
        ours.ChainPolicy.ExtraStore.AddRange(chain?.ChainElements.Select(element => element.Certificate).ToArray() ?? []);
        using var copy = new X509Certificate2(theirs);
        return ours.Build(copy);
    }
}
