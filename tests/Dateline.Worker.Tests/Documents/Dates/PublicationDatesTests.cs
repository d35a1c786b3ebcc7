using System.Globalization;
using Dateline.Worker.Documents.Dates;

namespace Dateline.Worker.Tests.Documents.Dates;

public class PublicationDatesTests
{
    [Theory]
    [InlineData("/Date(1714990272000)/")]
    [InlineData("1714990272.123")]
    [InlineData("2024-05-06T10:11:12+00:00Z")]
    [InlineData("2024-05-06T12:11:12+02:00Z")]
    public void Parse_WrappedByAProgram_IsTheDateInside(string text) => Assert.Equal(new DateTimeOffset(2024, 5, 6, 10, 11, 12, TimeSpan.Zero), PublicationDates.Parse(text));

    [Theory]
    // RFC 822 and what is made of it
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 1 Jan 2004 19:48:21 +0200", "2004-01-01T17:48:21Z")]
    [InlineData("Thu, 01 Jan 04 19:48 EST", "2004-01-02T00:48:00Z")]
    [InlineData("01 Jan 2004 19:48:21 PDT", "2004-01-02T02:48:21Z")]
    [InlineData("Thursday, 01 January 2004 19:48:21 UTC", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 31 Jun 2004 19:48:21 GMT", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("1:23Z", null)]
    [InlineData("/Date()/", null)]
    [InlineData("202613450920", null)]
    [InlineData("Thu Jan 01 2004 19:48:21 GMT+0100", "2004-01-01T18:48:21Z")]
    [InlineData("Wed, 02 Oct 2002 13:00:00 GMT", "2002-10-02T13:00:00Z")]
    [InlineData("Sun, 31 Dec 2006 24:00:00 GMT", "2007-01-01T00:00:00Z")]
    [InlineData("Sun, 31 Dec 2006 23:59:60 GMT", "2006-12-31T23:59:59Z")]
    // asctime
    [InlineData("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z")]
    // RFC 3339, W3CDTF, ISO 8601
    [InlineData("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31T10:14:55.25-08:00", "2003-12-31T18:14:55.25Z")]
    [InlineData("2003-12-31 10:14:55", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31", "2003-12-31T00:00:00Z")]
    [InlineData("2003-12", "2003-12-01T00:00:00Z")]
    [InlineData("2003", "2003-01-01T00:00:00Z")]
    [InlineData("20031231", "2003-12-31T00:00:00Z")]
    [InlineData("2003-335", "2003-12-01T00:00:00Z")]
    [InlineData("2003-02-29", null)]
    [InlineData("2003-12-31T25:14:55Z", null)]
    [InlineData("2003-12-31T10:14:55+00:xx", null)]
    [InlineData("031231", "2003-12-31T00:00:00Z")]
    [InlineData("03-12-31", "2003-12-31T00:00:00Z")]
    [InlineData("-03-12", "2003-12-01T00:00:00Z")]
    [InlineData("03335", "2003-12-01T00:00:00Z")]
    [InlineData("2003335", "2003-12-01T00:00:00Z")]
    [InlineData("03-335", "2003-12-01T00:00:00Z")]
    [InlineData("03-366", null)]
    [InlineData("2003366", null)]
    [InlineData("22013", null)]
    [InlineData("013", null)]
    [InlineData("1234100", null)]
    [InlineData("2003-12-31T10:14:55Z00:00", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31+02:00", "2003-12-30T22:00:00Z")]
    [InlineData("2003-12-31-05:00", "2003-12-31T05:00:00Z")]
    [InlineData("2003-12-31Z", "2003-12-31T00:00:00Z")]
    [InlineData("2013-01-27-01", null)]
    [InlineData("2007-08-29-18:16:39", "2007-08-29T18:16:39Z")]
    // ISO 8601 by weeks
    [InlineData("2003-W52-3", "2003-12-24T00:00:00Z")]
    [InlineData("2003W523", "2003-12-24T00:00:00Z")]
    [InlineData("2003-W01-1", "2002-12-30T00:00:00Z")]
    [InlineData("2003-W01", "2002-12-30T00:00:00Z")]
    [InlineData("2009-W53-7", "2010-01-03T00:00:00Z")]
    [InlineData("2003-W52-3T10:14:55Z", "2003-12-24T10:14:55Z")]
    [InlineData("2004-W53-6T12:00:00+01:00", "2005-01-01T11:00:00Z")]
    [InlineData("2015W06T10Z", "2015-02-02T10:00:00Z")]
    [InlineData("2003-W53-1", null)]
    [InlineData("2003-W00-1", null)]
    [InlineData("2003-W01-8", null)]
    [InlineData("2003-W01-12", null)]
    [InlineData("2003-W1", null)]
    // Impossible or empty
    [InlineData("Thu, 01 Jan 2004 25:48:21 GMT", null)]
    [InlineData("Thu, 01 Jan 2004 19:61 GMT", null)]
    [InlineData("-0001-11-30T00:00:00+00:00", null)]
    [InlineData("-0001-11-30 00:00:00", null)]
    [InlineData("Wed, 30 Nov -0001 00:00:00 +0000", null)]
    // RFC 5322: comments, which nest, and years of three digits
    [InlineData("Wed, 29 Aug (com (nested) 11:22) 2007 18:16:39 +0100", "2007-08-29T17:16:39Z")]
    [InlineData("Wed, 29 Aug 2007 18:16:39 (EDT)", "2007-08-29T22:16:39Z")]
    [InlineData("Wed, 29 Aug 2007 18:16:39 -0700 (PDT)", "2007-08-30T01:16:39Z")]
    [InlineData("2007/08/29(M) 18:16", "2007-08-29T18:16:00Z")]
    [InlineData("The Times (29 Aug 2007)", "2007-08-29T00:00:00Z")]
    [InlineData("Wed, 29 Aug 2007 18:16:39 (", "2007-08-29T18:16:39Z")]
    [InlineData("((((", null)]
    [InlineData("Wed, 29 Aug 107 18:16:39 +0100", "2007-08-29T17:16:39Z")]
    [InlineData("Fri, 01 Jan 0100 00:00:01 GMT", "0100-01-01T00:00:01Z")]
    // Other languages and orders
    [InlineData("16. November 2015, 10:31 Uhr", "2015-11-16T10:31:00Z")]
    [InlineData("16 de noviembre de 2015", "2015-11-16T00:00:00Z")]
    [InlineData("16 novembre 2015 \u00E0 14h30", "2015-11-16T14:30:00Z")]
    [InlineData("16 \u043D\u043E\u044F\u0431\u0440\u044F 2015", "2015-11-16T00:00:00Z")]
    [InlineData("2015\u5E7411\u670816\u65E5", "2015-11-16T00:00:00Z")]
    [InlineData("November 16, 2015 3:05 PM", "2015-11-16T15:05:00Z")]
    [InlineData("November 16, 2015 12:05 a.m.", "2015-11-16T00:05:00Z")]
    [InlineData("11/16/2015", "2015-11-16T00:00:00Z")]
    [InlineData("16/11/2015", "2015-11-16T00:00:00Z")]
    [InlineData("16.11.2015", "2015-11-16T00:00:00Z")]
    // No dates
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData(null, null)]
    [InlineData("0000-00-00 00:00:00", null)]
    [InlineData("\uD800 Jan 2004", null)]
    public void Parse_Text_GivesTheInstantInUtc(string? text, string? instant) =>
        Assert.Equal(instant is null ? null : DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), PublicationDates.Parse(text));

    [Fact]
    public void Parse_AnyInstantInTheUsualForms_ComesBack() => CsCheck.Check.Sample(
        CsCheck.Gen.Long[0, 4_000_000_000],
        seconds =>
        {
            var instant = DateTimeOffset.FromUnixTimeSeconds(seconds);
            Assert.Equal(instant, PublicationDates.Parse(instant.ToString("r", CultureInfo.InvariantCulture)));
            Assert.Equal(instant, PublicationDates.Parse(instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)));
            Assert.Equal(instant, PublicationDates.Parse(instant.ToString("ddd MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture)));
        },
        iter: 2000, threads: 1);
}
