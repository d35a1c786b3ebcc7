using System.Globalization;
using System.Text;

namespace Dateline.Worker.Http.Robots;

/// <summary>
/// Reads robots.txt as RFC 9309 says and as the large crawlers do where it is silent: groups of the same crawler are merged, any other line
/// ends no group, a colon may be missing, common misspellings count.
/// </summary>
internal sealed class RobotsParser
{
    /// <summary>Bytes that are read; the RFC wants 500 KiB at least.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>Slower asks would keep articles from being read at all.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    private readonly string productToken;
    private readonly List<RobotsRule> own = [], everyones = [];
    private readonly List<string> sitemaps = [];
    private TimeSpan? ownDelay, everyonesDelay;
    private bool namesUs, inOwn, inEveryones, afterRule;

    private RobotsParser(string productToken) => this.productToken = productToken;

    /// <param name="productToken">The crawler's name in its User-Agent, before the version.</param>
    public static RobotsRules Parse(ReadOnlyMemory<byte> file, string productToken)
    {
        var parser = new RobotsParser(productToken);
        using var bytes = new MemoryStream(file[..Math.Min(file.Length, MaxBytes)].ToArray());
        using var reader = new StreamReader(bytes, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        while (reader.ReadLine() is { } line)
            parser.Read(line);
        return parser.namesUs
            ? new RobotsRules(parser.own, parser.ownDelay, parser.sitemaps)
            : new RobotsRules(parser.everyones, parser.everyonesDelay, parser.sitemaps);
    }

    private void Read(string line)
    {
        var text = line.AsSpan();
        if (text.IndexOf('#') is >= 0 and var comment)
            text = text[..comment];
        text = text.Trim(" \t\0\uFEFF");
        var colon = text.IndexOf(':');
        var end = colon >= 0 ? colon : text.IndexOfAny(' ', '\t');
        if (end <= 0)
            return;
        var value = text[(end + 1)..].Trim();
        switch (text[..end].TrimEnd().ToString().ToLowerInvariant())
        {
            case "user-agent" or "useragent" or "user agent":
                Agent(value);
                break;
            case "disallow" or "dissallow" or "dissalow" or "disalow" or "diasllow" or "disallaw" or "desallow":
                Rule(value, allows: false);
                break;
            case "allow" or "alow":
                Rule(value, allows: true);
                break;
            case "crawl-delay" or "crawldelay":
                Delay(value);
                break;
            case "sitemap" when value.Length is > 0 and < 2048:
                sitemaps.Add(value.ToString());
                break;
        }
    }

    private void Agent(ReadOnlySpan<char> value)
    {
        if (afterRule)
            inOwn = inEveryones = afterRule = false;
        var isUs = Token(value).Equals(productToken, StringComparison.OrdinalIgnoreCase);
        namesUs |= isUs;
        inOwn |= isUs;
        inEveryones |= value is ['*', ..] && (value.Length == 1 || char.IsWhiteSpace(value[1]));
    }

    private void Rule(ReadOnlySpan<char> pattern, bool allows)
    {
        afterRule = true;
        if (pattern.IsEmpty || !(inOwn || inEveryones))
            return;
        var rule = new RobotsRule(pattern.ToString(), allows);
        if (inOwn)
            own.Add(rule);
        if (inEveryones)
            everyones.Add(rule);
    }

    private void Delay(ReadOnlySpan<char> value)
    {
        if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > LongestDelay.TotalSeconds)
            return;
        if (inOwn)
            ownDelay ??= TimeSpan.FromSeconds(seconds);
        if (inEveryones)
            everyonesDelay ??= TimeSpan.FromSeconds(seconds);
    }

    /// <summary>Letters, hyphens and underscores, as the RFC has it; what follows is version and comment.</summary>
    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> value)
    {
        var length = 0;
        while (length < value.Length && (char.IsAsciiLetter(value[length]) || value[length] is '-' or '_'))
            length++;
        return value[..length];
    }
}
