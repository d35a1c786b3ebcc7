using Dateline.Worker.Documents.Dates;

namespace Dateline.Worker.Tests.Documents.Dates;

public class Rfc822DatesTests
{
    [Fact]
    public void Parse_TheUsualFormWithItsVariants_SaysWhatTheParserOfAllFormsSays()
    {
        foreach (var day in (string[])["Thu, ", "Thu,", "Thu,  "])
        {
            foreach (var date in (string[])["1 Jan 2004 ", "01 Dec 1999 ", "31 Jun 2004 ", "29 Feb 2024 "])
            {
                foreach (var clock in (string[])["19:48:21", "4:35:5", "4:35", "24:00:00", "23:59:60", "25:01:01"])
                {
                    foreach (var zone in (string[])[" GMT", " GMT+9", " +0530", " -08:00", " EST", " Z"])
                    {
                        var text = day + date + clock + zone;
                        if (Rfc822Dates.Parse(text) is { } read)
                            Assert.Equal(WrittenDates.Parse(text), read);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu,28 Jul 2022 4:35:5 GMT+9", "2022-07-27T19:35:05Z")]
    [InlineData("Tue,  7 Jun 2005 09:00 -0700", "2005-06-07T16:00:00Z")]
    public void Parse_TheUsualForm_IsRead(string text, string expected)
    {
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Rfc822Dates.Parse(text));
    }

    [Theory]
    [InlineData("Thu, 01 Jan 04 19:48:21 GMT")]
    [InlineData("Thu, 01 Jan 2004")]
    [InlineData("Thu, 01 Jan 2004 19:48:21")]
    [InlineData("Thu, ")]
    [InlineData("Thu, January 1 2004 19:48:21 GMT")]
    public void Parse_AnyOtherForm_IsLeftToTheParserOfAll(string text)
    {
        Assert.Null(Rfc822Dates.Parse(text));
    }
}
