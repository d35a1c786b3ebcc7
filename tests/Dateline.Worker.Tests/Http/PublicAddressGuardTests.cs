using System.Net;
using System.Net.Sockets;
using Dateline.Worker.Http;
using Dateline.Worker.Tests.Support;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Tests.Http;

public class PublicAddressGuardTests
{
    private static PublicAddressGuard Guard(params string[] allowed) => new(Options.Create(new HttpOptions { AllowedNetworks = allowed }));

    public static TheoryData<string> Forbidden => [.. AddressTable.Forbidden];

    public static TheoryData<string> Public => [.. AddressTable.Public];

    public static TheoryData<string> ForbiddenUrls => [.. AddressTable.ForbiddenUrls];

    [Fact]
    public void Tables_Are_NotSmall() => Assert.True(AddressTable.Forbidden.Length + AddressTable.Public.Length + AddressTable.ForbiddenUrls.Length >= 240);

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void IsAllowed_SpecialPurpose_IsNot(string address) => Assert.False(Guard().IsAllowed(IPAddress.Parse(address)));

    [Theory]
    [MemberData(nameof(Public))]
    public void IsAllowed_Public_Is(string address) => Assert.True(Guard().IsAllowed(IPAddress.Parse(address)));

    /// <summary>Whoever connects, we or a proxy: a spelling is refused, or it is no address at all.</summary>
    [Theory]
    [MemberData(nameof(ForbiddenUrls))]
    public async Task Resolve_OddSpellings_AreRefused(string url)
    {
        if (!WebUri.TryAbsolute(url, out var parsed))
            return;

        var error = await Record.ExceptionAsync(() => Guard().Resolve(parsed.IdnHost, parsed.Port, CancellationToken.None));
        Assert.True(error is ForbiddenAddressException or SocketException or ArgumentException, $"{parsed.IdnHost}: {error}");
        Assert.NotNull(Guard().Problem(parsed));
    }

    [Theory]
    [InlineData("http://8.8.8.8/", true)]
    [InlineData("https://8.8.8.8/", true)]
    [InlineData("http://8.8.8.8:443/", true)]
    [InlineData("http://8.8.8.8:8080/", true)]
    [InlineData("http://8.8.8.8:8081/", false)]
    [InlineData("http://8.8.8.8:22/", false)]
    [InlineData("http://8.8.8.8:6379/", false)]
    [InlineData("http://10.20.3.4:6379/", true)]
    public async Task Resolve_Port_IsOneOfTheWebUnlessAllowed(string url, bool expected)
    {
        var guard = new PublicAddressGuard(Options.Create(new HttpOptions { AllowedNetworks = ["10.20.0.0/16"], AllowedPorts = [8080] }));
        var address = new Uri(url);

        Assert.Equal(expected, await Record.ExceptionAsync(() => guard.Resolve(address.IdnHost, address.Port, CancellationToken.None)) is null);
        Assert.Equal(expected, guard.Problem(address) is null);
    }

    [Theory]
    [InlineData("http://example.com:25/", false)]
    [InlineData("http://example.com/", true)]
    [InlineData("http://intranet/", false)]
    [InlineData("http://printer.localhost/", false)]
    public void Problem_NameForAProxy_ToldByNameAndPort(string url, bool expected) => Assert.Equal(expected, Guard().Problem(new Uri(url)) is null);

    /// <summary>Whatever the corpus' odd addresses are taken for, none that is forbidden passes for another.</summary>
    [CorporaFact]
    public void Problem_CorpusOfUrls_NoForbiddenAddressPasses()
    {
        var texts = Directory.GetFiles(Corpora.PathOf("urls"), "*.json", SearchOption.AllDirectories)
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "\"((?:[^\"\\\\]|\\\\.)*)\"").Select(match => match.Groups[1].Value)).Distinct().ToArray();
        var literal = 0;
        foreach (var text in texts)
        {
            foreach (var candidate in new[] { text, $"http://{text}/" })
            {
                if (!WebUri.TryAbsolute(candidate, out var url) || url.Scheme is not ("http" or "https") || !IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var address))
                    continue;
                literal++;
                Assert.Equal(Guard().IsAllowed(address) && (url.Port is 80 or 443), Guard().Problem(url) is null);
            }
        }

        Assert.True(literal > 50, $"{literal} of {texts.Length} are addresses");
    }

    [Fact]
    public void IsAllowed_NamedNetwork_IsAndItsNeighbourIsNot()
    {
        var guard = Guard("10.20.0.0/16", "::1/128");
        Assert.True(guard.IsAllowed(IPAddress.Parse("10.20.3.4")));
        Assert.True(guard.IsAllowed(IPAddress.Parse("::ffff:10.20.3.4")));
        Assert.True(guard.IsAllowed(IPAddress.IPv6Loopback));
        Assert.False(guard.IsAllowed(IPAddress.Parse("10.21.0.1")));
    }
}
