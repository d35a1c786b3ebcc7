using Dateline.Worker.Http.Limits;

namespace Dateline.Worker.Tests.Http.Limits;

public class PublicSuffixesTests
{
    [Theory]
    [InlineData("news.example.com", "example.com")]
    [InlineData("example.com", "example.com")]
    [InlineData("a.b.example.co.uk", "example.co.uk")]
    [InlineData("co.uk", "co.uk")]
    [InlineData("a.b.unheard-of", "b.unheard-of")]
    [InlineData("x.city.kawasaki.jp", "city.kawasaki.jp")]
    [InlineData("a.b.c.kawasaki.jp", "b.c.kawasaki.jp")]
    [InlineData("www.ck", "www.ck")]
    [InlineData("a.www.ck", "www.ck")]
    [InlineData("a.b.other.ck", "b.other.ck")]
    [InlineData("one.blogspot.com", "blogspot.com")]
    [InlineData("a.b.xn--55qx5d.cn", "b.xn--55qx5d.cn")]
    [InlineData("localhost", "localhost")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("[2001:db8::1]", "[2001:db8::1]")]
    [InlineData("", "")]
    public void RegistrableDomain_IsWhatSomeoneRegistered(string host, string domain) => Assert.Equal(domain, PublicSuffixes.RegistrableDomain(host));
}
