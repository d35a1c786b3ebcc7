using Dateline.Worker.Classification.Evaluation;
using Spectre.Console;

namespace Dateline.Worker.Cli;

/// <summary>Scores as tables for people or as JSON lines.</summary>
internal static class EvaluateOutput
{
    public static void Write(object report, bool jsonl)
    {
        if (jsonl)
            Console.Out.WriteLine(JsonLines.Write(report));
        else if (report is InputFailure failure)
            Console.Error.WriteLine($"dateline: {failure.Error.Message}");
        else if (report is TopicReport topics)
            Write(topics);
        else if (report is RegionReport regions)
            Write(regions);
    }

    private static void Write(TopicReport report)
    {
        var table = Titled(report.Data, report.Texts, "topic", "precision", "recall", "F1", "support");
        foreach (var topic in report.Topics.Where(topic => topic.Support > 0).Append(report.Micro))
            table.AddRow(topic.Slug, Figure(topic.Precision), Figure(topic.Recall), Figure(topic.F1), Number(topic.Support));
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"macro-F1 {Figure(report.MacroF1)}, top label right {Figure(report.TopRight)}, tagged {Figure(report.Tagged)}, calibration error {report.CalibrationError:0.0000}");
        WriteReliability(report);
        if (report.Choice.Count > 0)
            WriteChoice(report);
    }

    private static void WriteReliability(TopicReport report)
    {
        var table = Table("probability", "said", "true", "count");
        foreach (var bin in report.Reliability)
            table.AddRow(FormattableString.Invariant($"{bin.From:0.0} to {bin.From + .1:0.0}"), Figure(bin.Said), Figure(bin.True), Number(bin.Count));
        AnsiConsole.Write(table);
    }

    private static void WriteChoice(TopicReport report)
    {
        var table = Table("language", "texts", "right of the file's labels", "answered", "right when answered", "right of the surest .65");
        foreach (var language in report.Choice)
        {
            table.AddRow(
                language.Language, Number(language.Texts), Figure(language.Right), Figure(language.Answered), Figure(language.RightWhenAnswered),
                Figure(language.RightOfSurest));
        }

        table.AddRow(
            "mean", "", Figure(report.Choice.Average(language => language.Right)), Figure(report.Choice.Average(language => language.Answered)),
            Figure(report.Choice.Average(language => language.RightWhenAnswered)), Figure(report.Choice.Average(language => language.RightOfSurest)));
        AnsiConsole.Write(table);
    }

    private static void Write(RegionReport report)
    {
        var table = Titled(report.Data, report.Texts, "countries", "precision", "recall", "F1", "support");
        foreach (var set in new[] { report.Named, report.Focus })
            table.AddRow(set.Slug, Figure(set.Precision), Figure(set.Recall), Figure(set.F1), Number(set.Support));
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"first focus right {Figure(report.TopRight)}, main country in focus {Figure(report.InFocus)}");
    }

    private static Table Titled(string data, int texts, params string[] columns)
    {
        Console.Out.WriteLine($"\n{data}, {texts} texts");
        return Table(columns);
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table();
        foreach (var column in columns)
            table.AddColumn(column);
        return table;
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Figure(double value) => value.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
}
