using Dateline.Worker.Operations;
using Microsoft.Extensions.Configuration;

namespace Dateline.Worker.Tests.Operations;

public class FileSettingsTests
{
    private static IConfiguration Read(string name, string path) => new ConfigurationBuilder().AddFileSettings(new Dictionary<string, string> { [name] = path, ["OTHER"] = "x" }).Build();

    [Fact]
    public void AddFileSettings_TheFilesText_IsTheSetting()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "amqp://user:pass@host/\n");
            Assert.Equal("amqp://user:pass@host/", Read("Publishing__RabbitMq__FILE", file)["Publishing:RabbitMq"]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void AddFileSettings_NoSuchFile_NamesVariableAndFile()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Read("Seq__ApiKey__FILE", "/nowhere/key"));
        Assert.Contains("Seq__ApiKey__FILE", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("/nowhere/key", thrown.Message, StringComparison.Ordinal);
    }
}
