using System.ComponentModel.DataAnnotations;
using Dateline.Worker.Feeds.Push;

namespace Dateline.Worker.Tests.Feeds.Push;

public class PushOptionsTests
{
    private static bool IsValid(PushOptions options) => Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true);

    [Theory]
    [InlineData(null, false)]
    [InlineData(" ", false)]
    [InlineData("https://news.example.org/websub", true)]
    [InlineData("http://127.0.0.1:8080", true)]
    public void Validate_NoneOrAnAddress_IsValid(string? address, bool isOn)
    {
        var options = new PushOptions { CallbackAddress = address };
        Assert.True(IsValid(options));
        Assert.Equal(isOn, options.IsOn);
    }

    [Theory]
    [InlineData("news.example.org/websub")]
    [InlineData("ftp://news.example.org/")]
    [InlineData("https://news.example.org/?a=b")]
    [InlineData("https://news.example.org/#a")]
    [InlineData("https://user@news.example.org/")]
    [InlineData("https://news.example.org/{token}")]
    [InlineData("/websub")]
    public void Validate_OtherAddress_IsNot(string address) => Assert.False(IsValid(new PushOptions { CallbackAddress = address }));

    [Fact]
    public void Path_IsWhatIsServed()
    {
        Assert.Equal(("/websub", "https://a.example/websub"), (new PushOptions { CallbackAddress = "https://a.example/websub/" }.Path(), new PushOptions { CallbackAddress = "https://a.example/websub/" }.Callback()));
        Assert.Equal("", new PushOptions { CallbackAddress = "https://a.example" }.Path());
    }
}
