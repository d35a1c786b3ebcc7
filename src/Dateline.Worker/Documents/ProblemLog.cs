namespace Dateline.Worker.Documents;

/// <summary>Collects what was wrong with a document: one line a code, so that a document with a million faults stays small.</summary>
internal sealed class ProblemLog
{
    private readonly List<ParseProblem> problems = [];

    /// <summary>False once something was found that a strict XML or JSON parser would refuse.</summary>
    public bool WellFormed { get; private set; } = true;

    public IReadOnlyList<ParseProblem> Problems => problems;

    public int Count => problems.Count;

    public bool Has(string code)
    {
        foreach (var problem in problems)
        {
            if (problem.Code == code)
                return true;
        }

        return false;
    }

    /// <summary>A fault that breaks the grammar of the document.</summary>
    public void Broken(string code, string message)
    {
        WellFormed = false;
        Note(code, message);
    }

    /// <summary>A fault that a strict parser would not see.</summary>
    public void Note(string code, string message)
    {
        if (!Has(code))
            problems.Add(new ParseProblem(code, message));
    }

    /// <summary>Forgets what was told since, of what will be read again.</summary>
    public void GoBackTo(int count, bool wellFormed)
    {
        problems.RemoveRange(count, problems.Count - count);
        WellFormed = wellFormed;
    }
}
