using System.ComponentModel.DataAnnotations;
using Dateline.Worker.Publishing;

namespace Dateline.Worker.Tests.Publishing;

public class PublishingOptionsTests
{
    [Theory]
    [InlineData(1L, 1L, .5, true)]
    [InlineData(null, null, null, true)]
    [InlineData(null, null, 1193.0, true)]
    [InlineData(0L, null, null, false)]
    [InlineData(null, 0L, null, false)]
    [InlineData(null, long.MaxValue, null, false)]
    [InlineData(null, null, 0.0, false)]
    [InlineData(null, null, 1194.0, false)]
    [InlineData(null, null, double.NaN, false)]
    public void Validate_QueueLimits_AreWhatTheBrokerTakes(long? length, long? megabytes, double? hours, bool expected)
    {
        var options = new PublishingOptions { Queues = [new QueueOptions { Name = "desk", MaxLength = length, MaxMegabytes = megabytes, MaxAgeHours = hours }] };
        var problems = options.Validate(new ValidationContext(options)).ToArray();

        Assert.Equal(expected, problems.Length == 0);
        Assert.All(problems, problem => Assert.Contains("desk", problem.ErrorMessage, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("amqps://broker/", "rabbit2:5671", "", true)]
    [InlineData("amqp://broker/", "rabbit2", "", true)]
    [InlineData("amqp://broker/", "[::1]:5672", "", false)]
    [InlineData("amqp://broker/", "amqp://rabbit2", "", false)]
    [InlineData("amqp://broker/", "user@rabbit2", "", false)]
    [InlineData("amqp://broker/", "rabbit 2", "", false)]
    [InlineData("amqp://broker/", "rabbit2/vhost", "", false)]
    [InlineData("amqp://broker/", "rabbit2", "/no/such/file", false)]
    [InlineData("amqps://broker/", "rabbit2", "/no/such/file", false)]
    public void Validate_NodesAndCertificates_AreNamedWhenTheyCannotBeUsed(string address, string node, string certificate, bool expected)
    {
        var options = new PublishingOptions { RabbitMq = address, Nodes = [node], Tls = new TlsOptions { CertificateFile = certificate } };
        var problems = options.Validate(new ValidationContext(options)).Select(problem => problem.ErrorMessage!).ToArray();

        Assert.Equal(expected, problems.Length == 0);
        if (!expected)
            Assert.Contains(problems, problem => problem.Contains(certificate.Length > 0 ? certificate : node, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rabbit2", false)]
    [InlineData(null, true)]
    public void Validate_Ipv6Address_IsForOneNodeOnly(string? node, bool expected)
    {
        var options = new PublishingOptions { RabbitMq = "amqp://user:secret@[::1]:5672/", Nodes = node is null ? [] : [node] };
        var problems = options.Validate(new ValidationContext(options)).Select(problem => problem.ErrorMessage!).ToArray();

        Assert.Equal(expected, problems.Length == 0);
        Assert.All(problems, problem => Assert.True(problem.Contains("Publishing:RabbitMq", StringComparison.Ordinal) && !problem.Contains("secret", StringComparison.Ordinal), problem));
    }

    [Fact]
    public void Validate_FileThatIsNoCertificate_IsNamed()
    {
        var file = Path.GetTempFileName();
        var options = new PublishingOptions { RabbitMq = "amqps://broker/", Tls = new TlsOptions { AuthorityFile = file } };
        var problem = Assert.Single(options.Validate(new ValidationContext(options)));
        File.Delete(file);
        Assert.Equal($"Publishing:Tls:AuthorityFile, {file}, cannot be used: there is no certificate in it", problem.ErrorMessage);
    }
}
