namespace Dateline.Worker.Documents;

/// <summary>Something that was repaired or left out. <paramref name="Code"/> is one of a fixed set in snake_case.</summary>
internal sealed record ParseProblem(string Code, string Message);
