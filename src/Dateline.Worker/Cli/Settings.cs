using System.CommandLine;

namespace Dateline.Worker.Cli;

/// <summary>Options that stand for settings, on the verbs that open the database.</summary>
internal sealed class Settings
{
    private readonly Option<string?> data = new("--data") { Description = "The folder of the database (Storage__DataFolder).", HelpName = "FOLDER" };
    private readonly Option<string?> postgres = new("--postgres") { Description = "A PostgreSQL connection string instead (Storage__PostgreSql).", HelpName = "TEXT" };
    private readonly Option<string?> rabbit = new("--rabbitmq") { Description = "The broker, amqp://user:password@host (Publishing__RabbitMq).", HelpName = "ADDRESS" };

    public Settings AddTo(Command command)
    {
        command.Add(data);
        command.Add(postgres);
        command.Add(rabbit);
        return this;
    }

    /// <summary>What was said on the command line, as settings; more can be added.</summary>
    public Dictionary<string, string?> Of(ParseResult parsed)
    {
        var settings = new Dictionary<string, string?>();
        if (parsed.GetValue(data) is { } folder)
            settings["Storage:DataFolder"] = folder;
        if (parsed.GetValue(postgres) is { } connection)
            settings["Storage:PostgreSql"] = connection;
        if (parsed.GetValue(rabbit) is { } address)
            settings["Publishing:RabbitMq"] = address;
        return settings;
    }
}
