using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Dateline.Worker.Feeds.Push;

/// <summary>Whether and how hubs push what feeds publish, WebSub (section <c>Push</c>).</summary>
internal sealed partial class PushOptions : IValidatableObject
{
    /// <summary>
    /// The address at which hubs reach this worker from the internet, such as https://news.example.org/websub; its path is served here. The
    /// default is none: nothing is subscribed to.
    /// </summary>
    public string? CallbackAddress { get; set; }

    /// <summary>Days of subscription asked of a hub, which may grant others. The default is 10.</summary>
    [Range(1, 90)]
    public int LeaseDays { get; set; } = 10;

    public bool IsOn => !string.IsNullOrWhiteSpace(CallbackAddress);

    /// <summary>The path without a slash behind it; empty for the root.</summary>
    public string Path() => new Uri(CallbackAddress!).AbsolutePath.TrimEnd('/');

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && !(WebUri.TryAbsolute(CallbackAddress, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }
            && PlainPath().IsMatch(address.AbsolutePath)))
        {
            yield return new ValidationResult(
                $"Push:CallbackAddress: \"{CallbackAddress}\" is not an http or https address with a plain path and nothing behind it, such as https://news.example.org/websub.");
        }
    }

    /// <summary>The callback of a subscription without its last part, the token.</summary>
    public string Callback() => CallbackAddress!.TrimEnd('/');

    [GeneratedRegex("^[A-Za-z0-9/_.~-]*$")]
    private static partial Regex PlainPath();
}
