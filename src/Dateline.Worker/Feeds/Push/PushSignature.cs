using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Worker.Feeds.Push;

/// <summary>The X-Hub-Signature header: <c>method=hexadecimal HMAC of the body</c>, keyed with the subscription's secret.</summary>
internal static class PushSignature
{
    [SuppressMessage("Security", "CA5350", Justification = "WebSub names SHA-1; most hubs sign with it, and an HMAC does not rest on collisions.")]
    public static bool IsValid(string? header, string secret, ReadOnlySpan<byte> body)
    {
        var parts = header?.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts is not [var method, var text] || text.Length is 0 or > 128 || text.Length % 2 != 0 || text.Any(c => !char.IsAsciiHexDigit(c)))
            return false;
        var key = Encoding.UTF8.GetBytes(secret);
        var expected = method.ToLowerInvariant() switch
        {
            "sha1" => HMACSHA1.HashData(key, body),
            "sha256" => HMACSHA256.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
            _ => [],
        };
        return expected.Length > 0 && CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(text));
    }
}
