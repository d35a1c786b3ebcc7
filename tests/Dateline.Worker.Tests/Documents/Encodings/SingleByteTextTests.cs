using Dateline.Worker.Documents.Encodings;

namespace Dateline.Worker.Tests.Documents.Encodings;

public class SingleByteTextTests
{
    [Theory]
    [InlineData("windows-1251")]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-2")]
    [InlineData("iso-8859-16")]
    [InlineData("koi8-r")]
    [InlineData("windows-874")]
    [InlineData("macintosh")]
    public void TryRead_AnyBytes_AreReadAsTheEncodingReadsThem(string label)
    {
        var encoding = EncodingLabels.Find(label)!;
        var random = new Random(3);
        for (var length = 0; length < 70; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            // Blocks of ASCII beside others
            if (length > 20)
                bytes.AsSpan(0, 20).Fill((byte)'x');
            var characters = new char[length];

            Assert.True(SingleByteText.TryRead(encoding, bytes, characters));

            Assert.Equal(encoding.GetString(bytes), new string(characters));
        }
    }

    [Theory]
    [InlineData("shift_jis")]
    [InlineData("utf-16le")]
    [InlineData("iso-2022-jp")]
    public void TryRead_EncodingOfOtherKind_IsLeftToIt(string label)
    {
        Assert.False(SingleByteText.TryRead(EncodingLabels.Find(label)!, "abc"u8, new char[3]));
    }

    [Fact]
    public void TryRead_Ebcdic_IsLeftToIt()
    {
        Assert.False(SingleByteText.TryRead(EncodingLabels.OfCodePage(37), "abc"u8, new char[3]));
    }
}
