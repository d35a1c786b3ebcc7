namespace Dateline.Worker.Documents.Dates;

/// <summary>The usual form, <c>Thu, 01 Jan 2004 19:48:21 GMT</c>, read without taking memory; anything else is left to <see cref="WrittenDates"/>.</summary>
internal static class Rfc822Dates
{
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length < 24 || text[3] != ',' || text[4] != ' ')
            return null;
        text = text[5..];
        var dayLength = text[1] == ' ' ? 1 : 2;
        var rest = text[dayLength..];
        if (rest.Length < 18 || rest[0] != ' ' || rest[4] != ' ' || rest[9] != ' ' || rest[12] != ':')
            return null;

        var seconds = rest.Length > 17 && rest[15] == ':';
        var zone = rest[(seconds ? 18 : 15)..];
        if (zone.Length < 2 || zone[0] != ' ' || DateZones.Parse(zone[1..]) is not { } offset)
            return null;
        return PublicationDates.Instant(
            PublicationDates.Number(rest[5..9]), Month(rest[1..4]), PublicationDates.Number(text[..dayLength]),
            PublicationDates.Number(rest[10..12]), PublicationDates.Number(rest[13..15]), seconds ? PublicationDates.Number(rest[16..18]) : 0, 0, offset);
    }

    private static int Month(ReadOnlySpan<char> name) => name switch
    {
        "Jan" => 1, "Feb" => 2, "Mar" => 3, "Apr" => 4, "May" => 5, "Jun" => 6,
        "Jul" => 7, "Aug" => 8, "Sep" => 9, "Oct" => 10, "Nov" => 11, "Dec" => 12,
        _ => 0,
    };
}
