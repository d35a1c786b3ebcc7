using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Dateline.Worker.Publishing;

/// <summary>Where events go (section <c>Publishing</c>).</summary>
internal sealed partial class PublishingOptions : IValidatableObject
{
    /// <summary>
    /// The broker's address, <c>amqp://user:password@host:5672/vhost</c> (<c>amqps</c> for TLS); null publishes inside the process only.
    /// The default is null.
    /// </summary>
    public string? RabbitMq { get; set; }

    /// <summary>
    /// Further nodes of the broker's cluster, <c>host</c> or <c>host:port</c>, beside the one in the address; IPv6 by name only. The default is none.
    /// </summary>
    public string[] Nodes { get; set; } = [];

    /// <summary>TLS to the broker.</summary>
    public TlsOptions Tls { get; set; } = new();

    /// <summary>Events claimed at once; up to 60 of them are on their way to the broker at any time. The default is 200.</summary>
    [Range(1, 5_000)]
    public int BatchSize { get; set; } = 200;

    /// <summary>Seconds until a publish without a confirm is given up and repeated later. The default is 10.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Attempts before an event that the broker refuses is set aside with its reason. The default is 8.</summary>
    [Range(1, 1_000)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>Seconds without any confirm, though the broker confirms what others send, until the connection is made anew. The default is 60.</summary>
    [Range(10, 3_600)]
    public int PatienceSeconds { get; set; } = 60;

    /// <summary>Durable quorum queues to declare at start, so that nothing published before their first consumer is lost. The default is none.</summary>
    public QueueOptions[] Queues { get; set; } = [];

    /// <summary>RabbitMQ counts a message's age in milliseconds of 32 bits.</summary>
    private const double LongestAgeHours = 1_193;

    private const long MostMegabytes = 1_000_000_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RabbitMq is { Length: > 0 } address && !(WebUri.TryAbsolute(address, out var uri) && uri.Scheme is "amqp" or "amqps"))
            yield return new ValidationResult("Publishing:RabbitMq is no address like amqp://user:password@host:5672/vhost.");
        if (Tls.IsSet && RabbitMq?.StartsWith("amqps:", StringComparison.OrdinalIgnoreCase) != true)
            yield return new ValidationResult("Publishing:Tls is set, but Publishing:RabbitMq is no amqps address.");
        foreach (var problem in Tls.Validate())
            yield return problem;
        foreach (var node in Nodes.Where(node => !(WebUri.TryAbsolute($"amqp://{node}", out var uri) && uri is { Host.Length: > 0, UserInfo: "", PathAndQuery: "/" or "" })))
            yield return new ValidationResult($"Publishing:Nodes: \"{node}\" is no node like host or host:port.");
        // MassTransit parses a node's text, and takes a colon for the port's
        foreach (var node in Nodes.Where(node => IsIpv6($"amqp://{node}")))
            yield return new ValidationResult($"Publishing:Nodes: \"{node}\" is an IPv6 address: in a cluster it needs a name.");
        if (Nodes.Length > 0 && IsIpv6(RabbitMq))
            yield return new ValidationResult("Publishing:RabbitMq is an IPv6 address: in a cluster (Publishing:Nodes) it needs a name.");
        foreach (var queue in Queues)
        {
            if (string.IsNullOrWhiteSpace(queue.Name))
                yield return new ValidationResult("Publishing:Queues: a queue has no Name.");
            if (queue.MaxLength < 1 || queue.MaxMegabytes is < 1 or > MostMegabytes || queue.MaxAgeHours is { } hours && !(hours is > 0 and <= LongestAgeHours))
                yield return new ValidationResult($"Publishing:Queues: {queue.Name} has a MaxLength or MaxMegabytes under 1, or a MaxAgeHours that is not above 0 and at most {LongestAgeHours}.");
            foreach (var binding in queue.Bindings.Where(binding => !Pattern().IsMatch(binding)))
                yield return new ValidationResult($"Publishing:Queues: \"{binding}\" of {queue.Name} is no binding: words of letters, digits, - and _, or * and #, parted by dots.");
        }
    }

    private static bool IsIpv6(string? address) => WebUri.TryAbsolute(address, out var uri) && uri.HostNameType == UriHostNameType.IPv6;

    [GeneratedRegex(@"^([\w-]+|\*|#)(\.([\w-]+|\*|#))*$")]
    private static partial Regex Pattern();
}

/// <summary>A queue to declare and its bindings to <c>news.articles</c>.</summary>
internal sealed class QueueOptions
{
    /// <summary>The queue's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Patterns such as <c>conflict.#</c> or <c>*.*.*.fr.*</c>. The default is none, which stands for everything.</summary>
    public string[] Bindings { get; set; } = [];

    /// <summary>Messages that it keeps at most; the oldest goes when there are more. The default is none, no limit.</summary>
    public long? MaxLength { get; set; }

    /// <summary>Megabytes that it keeps at most. The default is none, no limit.</summary>
    public long? MaxMegabytes { get; set; }

    /// <summary>Hours that a message waits at most, up to 1,193. The default is none, no limit.</summary>
    public double? MaxAgeHours { get; set; }

    /// <summary>A queue, declared too, for what is over these limits or what a subscriber rejects. The default is none: it is dropped.</summary>
    public string? DeadLetterQueue { get; set; }
}
