using System.CommandLine;
using System.Globalization;
using Dateline.Worker.Storage;
using Spectre.Console;

namespace Dateline.Worker.Cli;

/// <summary><c>failed</c>: what was set aside after all its attempts, with the reason.</summary>
internal static class FailedVerb
{
    public static Command Create()
    {
        var limit = new Option<int>("--limit") { Description = "Rows at most, the latest first.", HelpName = "N", DefaultValueFactory = _ => 100 };
        var json = new Option<bool>("--jsonl") { Description = "One JSON object a line." };
        return new Command("failed", "List articles and events that were set aside, with their reasons; replay --failed takes them up again.") { limit, json }.With(async (host, parsed, cancellationToken) =>
        {
            var rows = await host.Services.GetRequiredService<SetAsideStore>().List(parsed.GetValue(limit), cancellationToken);
            if (parsed.GetValue(json))
            {
                foreach (var row in rows)
                    Console.WriteLine(JsonLines.Write(new { row.Step, row.Id, row.Kind, row.Subject, row.Attempts, Since = UnixTime.FromMilliseconds(row.Since), row.Reason }));
                return CommandLine.Done;
            }

            if (rows.Count == 0)
            {
                Console.WriteLine("Nothing is set aside.");
                return CommandLine.Done;
            }

            var table = new Table().Border(TableBorder.Simple).AddColumns("since", "could not", "id", "what", "attempts", "reason");
            foreach (var row in rows)
            {
                table.AddRow([.. new[]
                {
                    UnixTime.FromMilliseconds(row.Since).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture), $"{row.Step} {row.Kind}", row.Id, row.Subject,
                    row.Attempts.ToString(CultureInfo.InvariantCulture), row.Reason,
                }.Select(text => new Text(text))]);
            }

            AnsiConsole.Write(table);
            return CommandLine.Done;
        });
    }
}
