namespace Dateline.Worker.Cli;

/// <summary>An input as read: its name (path, address or <c>-</c>), bytes, and what is known about them.</summary>
internal sealed record CliInput(string Name, ReadOnlyMemory<byte> Bytes, string? ContentType = null, string? Url = null);

/// <summary>Why an input could not be read or handled; a code in snake_case and a sentence.</summary>
internal sealed record CliError(string Code, string Message);

/// <summary>What is written for an input that failed: <c>{"input", "error": {"code", "message"}}</c>.</summary>
internal sealed record InputFailure(string Input, CliError Error);

/// <summary>An input or the reason why there is none.</summary>
internal sealed record CliInputResult(string Name, CliInput? Input, CliError? Error)
{
    public static CliInputResult Ok(CliInput input) => new(input.Name, input, null);

    public static CliInputResult Failed(string name, string code, string message) => new(name, null, new CliError(code, message));
}
