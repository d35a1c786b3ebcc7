using System.Globalization;
using Dateline.Worker.Documents.Dates;

namespace Dateline.Worker.Tests.Documents.Dates;

/// <summary>Dates written out, each in the way of its own press.</summary>
public class WrittenDatesTests
{
    [Theory]
    [InlineData("Montag, 16. März 2015, 10:31 Uhr", "2015-03-16T10:31:00Z")]
    [InlineData("16.03.2015 - 10:31 Uhr", "2015-03-16T10:31:00Z")]
    [InlineData("Mi, 16 Dez 2015 10:31:00 +0100", "2015-12-16T09:31:00Z")]
    [InlineData("lundi 16 février 2015 à 10h31", "2015-02-16T10:31:00Z")]
    [InlineData("1er août 2015", "2015-08-01T00:00:00Z")]
    [InlineData("lun., 16 févr. 2015 10:31:00 +0100", "2015-02-16T09:31:00Z")]
    [InlineData("lunes, 16 de marzo de 2015 10:31", "2015-03-16T10:31:00Z")]
    [InlineData("16 sept. 2015 - 10:31 h", "2015-09-16T10:31:00Z")]
    [InlineData("mié, 16 dic 2015 10:31:00 -0300", "2015-12-16T13:31:00Z")]
    [InlineData("Понедельник, 16 марта 2015, 10:31", "2015-03-16T10:31:00Z")]
    [InlineData("16 мая 2015 г., 10:31 МСК", "2015-05-16T07:31:00Z")]
    [InlineData("Чтв, 16 апр 2015 10:31:00 +0300", "2015-04-16T07:31:00Z")]
    [InlineData("segunda-feira, 16 de março de 2015 às 10h31", "2015-03-16T10:31:00Z")]
    [InlineData("16/mar/2015 10:31", "2015-03-16T10:31:00Z")]
    [InlineData("lunedì 16 giugno 2015, ore 10:31", "2015-06-16T10:31:00Z")]
    [InlineData("lun, 16 mag 2015 10:31:00 +0200", "2015-05-16T08:31:00Z")]
    [InlineData("maandag 16 maart 2015 om 10:31 uur", "2015-03-16T10:31:00Z")]
    [InlineData("ma, 16 mrt 2015 10:31:00 +0100", "2015-03-16T09:31:00Z")]
    [InlineData("poniedziałek, 16 października 2015, 10:31", "2015-10-16T10:31:00Z")]
    [InlineData("16 sie 2015 10:31", "2015-08-16T10:31:00Z")]
    [InlineData("16 Ağustos 2015 Pazar, 10:31", "2015-08-16T10:31:00Z")]
    [InlineData("Paz, 16 Şub 2015 10:31:00 +0300", "2015-02-16T07:31:00Z")]
    [InlineData("2015年3月16日 10:31", "2015-03-16T10:31:00Z")]
    [InlineData("2015年3月16日(月) 10時31分", "2015-03-16T10:31:00Z")]
    [InlineData("2015年3月16日 下午3:05", "2015-03-16T15:05:00Z")]
    [InlineData("2015년 3월 16일 오후 3:05", "2015-03-16T06:05:00Z")]
    [InlineData("2015년 3월 16일 오전 9시 5분", "2015-03-16T00:05:00Z")]
    [InlineData("2015年3月16日 午後3時", "2015-03-16T15:00:00Z")]
    [InlineData("2015-03-16 오전 10:31:00", "2015-03-16T10:31:00Z")]
    [InlineData("Δευτέρα, 16 Μαρτίου 2015 10:31", "2015-03-16T10:31:00Z")]
    [InlineData("Πεμ, 16 Ιούν 2015 10:31:00 +0300", "2015-06-16T07:31:00Z")]
    [InlineData("2015. március 16., hétfő 10:31", "2015-03-16T10:31:00Z")]
    [InlineData("2015. márc. 16. 10:31", "2015-03-16T10:31:00Z")]
    [InlineData("16 Temmuz 15", "2015-07-16T00:00:00Z")]
    public void Parse_Language_IsRead(string text, string utc) => Assert.Equal(Instant(utc), PublicationDates.Parse(text));

    [Theory]
    [InlineData("Mon, 16 Mar 2015 10:31:00 CEST", "2015-03-16T08:31:00Z")]
    [InlineData("Mon, 16 Mar 2015 10:31:00 AEDT", "2015-03-15T23:31:00Z")]
    [InlineData("Mon, 16 Mar 2015 10:31:00 IST", "2015-03-16T05:01:00Z")]
    [InlineData("Mon, 16 Mar 2015 10:31:00 +05:30", "2015-03-16T05:01:00Z")]
    [InlineData("Mon, 16 Mar 2015 10:31:00 UTC+2", "2015-03-16T08:31:00Z")]
    [InlineData("Mon, 16 Mar 2015 10:31:00 GMT-0700 (PDT)", "2015-03-16T17:31:00Z")]
    [InlineData("Mon, 16 Mar 2015 10:31:00 Z", "2015-03-16T10:31:00Z")]
    [InlineData("Mon, 16 Mar 2015 10:31:00 -00:00", "2015-03-16T10:31:00Z")]
    [InlineData("Mon, 16 Mar 2015 10:31 AM EST", "2015-03-16T15:31:00Z")]
    [InlineData("Mon, 16 Mar 2015 10:31:00 Etc/GMT", "2015-03-16T10:31:00Z")]
    [InlineData("2015-03-16T10:31:00+0530", "2015-03-16T05:01:00Z")]
    [InlineData("2015-03-16T10:31:00 +02:00", "2015-03-16T08:31:00Z")]
    [InlineData("2015-03-16 10:31:00 UTC", "2015-03-16T10:31:00Z")]
    [InlineData("2015-03-16 10:31:00 -0500", "2015-03-16T15:31:00Z")]
    [InlineData("Mon, 16 Mar 15 10:31:00 GMT", "2015-03-16T10:31:00Z")]
    [InlineData("Mon, 16 Mar 69 10:31:00 GMT", "2069-03-16T10:31:00Z")]
    [InlineData("Mon, 16 Mar 70 10:31:00 GMT", "1970-03-16T10:31:00Z")]
    [InlineData("16-Mar-15 10:31:00 GMT", "2015-03-16T10:31:00Z")]
    public void Parse_ZoneOrCentury_IsUnderstood(string text, string utc) => Assert.Equal(Instant(utc), PublicationDates.Parse(text));

    private static DateTimeOffset Instant(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);
}
