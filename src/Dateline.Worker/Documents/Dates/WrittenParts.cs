namespace Dateline.Worker.Documents.Dates;

/// <summary>The parts of a written date found so far, and the instant that they make.</summary>
internal sealed class WrittenParts(bool prefersDay)
{
    private const string KoreanYear = "\uB144";
    private const string KoreanMorning = "\uC624\uC804";
    private const string KoreanAfternoon = "\uC624\uD6C4";
    private const string EastAsianYear = "\u5E74";

    private static readonly TimeSpan KoreanTime = TimeSpan.FromHours(9);

    private readonly List<(int Value, int Digits)> numbers = [];
    private (int Hour, int Minute, int Second, int Ticks)? clock;
    private TimeSpan? zone;
    private TimeZoneInfo? region;
    private TimeSpan assumed;
    private int month;
    private int? half;
    private char separator;

    /// How many numbers stand joined at the start, as 2013-01-27
    private int joined;
    private bool joins;

    private char previous = ' ';
    private bool followsClock;
    private bool announced;
    private int words;
    private bool hasOddSigns;

    /// Named, and not by a day's name that is also a month's: those stand before the day and the clock
    private bool hasMonth;

    /// No date, whatever else there is
    private bool impossible;

    public bool HasClock => clock is not null;

    /// <summary>Whether a number like 10.20 is a clock by now.</summary>
    public bool ExpectsClock => clock is null && (announced || numbers.Count >= (month > 0 ? 2 : 3));

    public void Take(ReadOnlySpan<char> token, ReadOnlySpan<char> rest)
    {
        var hadClock = HasClock;
        var isNumber = char.IsAsciiDigit(token[0]);
        if (isNumber)
            TakeNumber(token, rest);
        else if (token.Length > 1 && token[0] is '+' or '-' && HasClock)
            zone = DateZones.Parse(token) ?? zone;
        else if (char.IsLetter(token[0]))
            TakeWord(token, rest);
        else
            TakeSign(token[0], rest);

        hasMonth |= month > 0 && (numbers.Count > 1 || HasClock && !hadClock && numbers.Count > 0);
        followsClock = HasClock && (!hadClock || followsClock && token[0] is ' ' or '.');
        announced = char.IsLetter(token[0]) ? WrittenClock.Announces(token.TrimEnd('.')) : announced && token[0] is ' ' or ':';
        joins = token[0] is '/' or '.' or '-' && char.IsAsciiDigit(previous);
        previous = token[^1];
    }

    private void TakeNumber(ReadOnlySpan<char> token, ReadOnlySpan<char> rest)
    {
        // The log format of web servers: 29/Aug/2007:18:16:39
        if (clock is null && token.Length > 5 && token[4] == ':' && !token[..4].Contains(':'))
        {
            Add(token[..4]);
            token = token[5..];
        }

        if (clock is null && WrittenClock.Of(token, rest) is { } found)
            clock = found;
        else if (clock is null && WrittenClock.HasForm(token))
            impossible = true;
        else if (!token.ContainsAny(':', '.') && !(followsClock && previous == '.'))
            Add(token);
    }

    private void Add(ReadOnlySpan<char> number)
    {
        if (numbers.Count >= 8)
            return;
        joined = numbers.Count == 0 || joins && joined == numbers.Count ? joined + 1 : joined;
        numbers.Add((PublicationDates.Number(number), number.Length));
    }

    private void TakeWord(ReadOnlySpan<char> word, ReadOnlySpan<char> rest)
    {
        words++;
        var bare = word.TrimEnd('.');
        if (DayHalves.Find(bare, rest, followsClock) is { } found)
            (half, assumed) = (found, bare is KoreanMorning or KoreanAfternoon ? KoreanTime : assumed);
        else if (HasClock && zone is null && region is null && TakeZone(bare))
            return;
        else if (MonthNames.Find(bare) is > 0 and var named)
            month = hasMonth ? month : named;
        else if (bare.StartsWith(KoreanYear))
            assumed = KoreanTime;
        else if (bare.StartsWith(EastAsianYear) && numbers.Count > 0)
            separator = 'y';
    }

    /// One letter is a zone only right after the clock
    private bool TakeZone(ReadOnlySpan<char> name)
    {
        region = ZoneRegions.Find(name);
        zone = name.Length > 1 || followsClock ? DateZones.Parse(name) : null;
        return region is not null || zone is not null;
    }

    private void TakeSign(char sign, ReadOnlySpan<char> rest)
    {
        // Databases without a date give the year before the first: -0001-11-30
        if (sign == '-' && !HasClock && char.IsWhiteSpace(previous) && rest is ['0', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ..])
            impossible = true;
        hasOddSigns |= !char.IsWhiteSpace(sign) && !char.IsPunctuation(sign);
        if (separator == default && numbers.Count > 0 && sign is '/' or '.' or '-')
            separator = sign;
    }

    public DateTimeOffset? Instant()
    {
        if (impossible || Day() is not var (year, monthNumber, day))
            return null;
        var time = clock ?? default;
        var hour = half is { } offset && time.Hour <= 12 ? time.Hour % 12 + offset : time.Hour;
        var local = PublicationDates.Instant(year, monthNumber, day, hour, time.Minute, time.Second, time.Ticks, TimeSpan.Zero);
        return local is { } shown ? DateZones.InUtc(shown, zone ?? region?.GetUtcOffset(shown.DateTime) ?? assumed) : null;
    }

    private (int Year, int Month, int Day)? Day()
    {
        var isNumeric = joined >= 3 && (numbers[0].Digits == 4 || numbers[2].Digits == 4);
        if (month > 0 && !isNumeric)
            return DayOfNamedMonth();
        // What follows in 2013-01-27-01 nobody can say
        if (numbers.Count < 3 || joined is 4 or 5 && separator == '-')
            return null;
        var (first, second, third) = (numbers[0], numbers[1], numbers[2]);
        if (first.Digits == 4)
            return (first.Value, second.Value, third.Value);
        if (third.Digits == 4 || third.Digits == 2 && separator is '/' or '.')
        {
            // With slashes the month is taken to come first unless it cannot be one, or readers put the day first; with full stops and dashes the day
            var dayFirst = separator != '/' || first.Value > 12 || prefersDay && second.Value <= 12;
            var year = PublicationDates.FullYear(third.Value, third.Digits);
            return dayFirst ? (year, second.Value, first.Value) : (year, first.Value, second.Value);
        }

        return null;
    }

    private (int Year, int Month, int Day)? DayOfNamedMonth()
    {
        // January 2004, and no more than a word such as "de"
        if (numbers is [{ Digits: 4 } only] && !HasClock && words <= 2 && !hasOddSigns)
            return (only.Value, month, 1);
        if (numbers.Count < 2)
            return null;
        var year = numbers.FindIndex(number => number.Digits >= 3 || number.Value > 31);
        year = year < 0 ? 1 : year;
        var day = year == 0 ? 1 : 0;
        return (PublicationDates.FullYear(numbers[year].Value, numbers[year].Digits), month, numbers[day].Value);
    }
}
