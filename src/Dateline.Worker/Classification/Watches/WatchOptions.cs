using System.ComponentModel.DataAnnotations;

namespace Dateline.Worker.Classification.Watches;

/// <summary>The user's own rules (section <c>Watches</c>).</summary>
internal sealed class WatchOptions : IValidatableObject
{
    /// <summary>A file of rules; it is read again when it changes. The default is none.</summary>
    public string? File { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (File is { Length: > 0 } && !System.IO.File.Exists(File))
            yield return new ValidationResult($"Watches:File: there is no file {File}.");
    }
}
