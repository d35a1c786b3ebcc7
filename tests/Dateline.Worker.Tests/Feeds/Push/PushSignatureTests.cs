using System.Text;
using Dateline.Worker.Feeds.Push;

namespace Dateline.Worker.Tests.Feeds.Push;

public class PushSignatureTests
{
    private const string Secret = "a secret of ours";

    private const string Sha1 = "8a07284bc2ce8a84a976e0fef5e5044259fd84a8";

    private const string Sha256 = "f3ad5a21ec38eaf9035c8cdb482dbfcbd2e33662839a872468974d736221b0b7";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("<rss>é</rss>");

    /// <summary>Computed with Python's hmac module.</summary>
    [Theory]
    [InlineData("sha1=" + Sha1)]
    [InlineData("SHA1=8A07284BC2CE8A84A976E0FEF5E5044259FD84A8")]
    [InlineData("sha256=" + Sha256)]
    [InlineData("sha384=c6db505a062bc7c2444b8a149b8a1aa856ff6d72f5bf500e9a58b4e32416280c443d17458ede5ea742bd1841631a41ea")]
    [InlineData("sha512=3da4cc8817d1e6e4a57431e742323d7064fadfd4a797e5bf97734e3e950d905e847f90a7e8848c575662d74d0151d53a1166522c9b4f633f4eae3c751175d2ee")]
    public void IsValid_EveryMethod(string header) => Assert.True(PushSignature.IsValid(header, Secret, Body));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(Sha1)]
    [InlineData("sha1=")]
    [InlineData("sha256=" + Sha1)]
    [InlineData("sha1=" + Sha256)]
    [InlineData("md5=" + Sha256)]
    [InlineData("=" + Sha1)]
    [InlineData("sha1=8a07284bc2ce8a84a976e0fef5e5044259fd84a")]
    [InlineData("sha1=8a07284bc2ce8a84a976e0fef5e5044259fd84a9")]
    [InlineData("sha1=zz07284bc2ce8a84a976e0fef5e5044259fd84a8")]
    public void IsValid_MissingOrWrong_IsNot(string? header) => Assert.False(PushSignature.IsValid(header, Secret, Body));

    [Fact]
    public void IsValid_OtherSecretOrBody_IsNot()
    {
        Assert.False(PushSignature.IsValid("sha1=" + Sha1, "another secret", Body));
        Assert.False(PushSignature.IsValid("sha1=" + Sha1, Secret, Body.AsSpan(1)));
    }
}
