using System.Globalization;

namespace Dateline.Worker.Documents.Dates;

/// <summary>
/// Dates in any other form: the parts are known by what they look like (a clock, a zone after it, a month's name, a number of
/// four digits) and not by their place. Words that mean nothing, such as the day's name, are passed over.
/// </summary>
internal static class WrittenDates
{
    private const string KoreanYear = "\uB144";
    private const string EastAsianYear = "\u5E74";

    public static DateTimeOffset? Parse(ReadOnlySpan<char> text, bool dayFirst = false)
    {
        // A lone surrogate cannot be normalised, and no date holds one
        if (text.ContainsAnyInRange('\uD800', '\uDFFF'))
            return null;
        var parts = new Parts(dayFirst);
        while (text.Length > 0)
        {
            var length = TokenLength(text, parts);
            parts.Take(text[..length], text[length..]);
            text = text[length..];
        }

        return parts.Instant();
    }

    private static int TokenLength(ReadOnlySpan<char> text, Parts parts)
    {
        if (char.IsAsciiDigit(text[0]))
            return Length(text, static character => char.IsAsciiDigit(character) || character is ':');
        if (parts.HasClock && text[0] is '+' or '-' && text.Length > 2 && char.IsAsciiDigit(text[1]))
            return 1 + Length(text[1..], static character => char.IsAsciiDigit(character) || character is ':');
        return char.IsLetter(text[0]) ? Length(text, static character => IsWord(character) || character is '.') : 1;
    }

    private static bool IsWord(char character) =>
        char.IsLetter(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int Length(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var length = 1;
        while (length < text.Length && belongs(text[length]))
            length++;
        return length;
    }

    /// The parts found so far
    private sealed class Parts(bool prefersDay)
    {
        private readonly List<(int Value, int Digits)> numbers = [];
        private (int Hour, int Minute, int Second, int Ticks)? clock;
        private TimeSpan? zone;
        private TimeSpan assumed;
        private int month;
        private int? half;
        private char separator;

        public bool HasClock => clock is not null;

        public void Take(ReadOnlySpan<char> token, ReadOnlySpan<char> rest)
        {
            if (char.IsAsciiDigit(token[0]))
                TakeNumber(token, rest);
            else if (token.Length > 1 && token[0] is '+' or '-' && HasClock)
                zone = DateZones.Parse(token) ?? zone;
            else if (char.IsLetter(token[0]))
                TakeWord(token);
            else if (separator == default && numbers.Count > 0 && token[0] is '/' or '.' or '-')
                separator = token[0];
        }

        private void TakeNumber(ReadOnlySpan<char> token, ReadOnlySpan<char> rest)
        {
            // 14h30 is a clock, and so is what follows a date as hour:minute
            if (token.Contains(':') && clock is null)
                clock = Iso8601.ParseTime(token.TrimEnd(':'));
            else if (clock is null && rest.Length > 2 && rest[0] is 'h' or 'H' && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2]))
                clock = Iso8601.ParseTime(string.Concat(token, ":", rest[1..3]));
            else if (clock is null && rest is ['\u6642' or '\u65F6' or '\u70B9' or '\uC2DC', ..])
                clock = Iso8601.ParseTime(string.Concat(token, ":", MinutesAfterHour(rest[1..].TrimStart())));
            else if (!token.Contains(':') && numbers.Count < 8)
                numbers.Add((PublicationDates.Number(token), token.Length));
        }

        /// 10時31分, or the hour alone
        private static ReadOnlySpan<char> MinutesAfterHour(ReadOnlySpan<char> rest) =>
            rest.IsEmpty || !char.IsAsciiDigit(rest[0]) ? "00" : rest[..Math.Min(rest.Length, Length(rest, char.IsAsciiDigit))];

        private void TakeWord(ReadOnlySpan<char> word)
        {
            var bare = word.TrimEnd('.');
            if (MonthNames.Find(bare) is > 0 and var named)
                month = named;
            else if (bare.StartsWith(KoreanYear))
                assumed = TimeSpan.FromHours(9);
            else if (bare.StartsWith(EastAsianYear) && numbers.Count > 0)
                separator = 'y';
            else if (bare.Equals("pm", StringComparison.OrdinalIgnoreCase) || bare is "\uC624\uD6C4" or "\u5348\u5F8C" or "\u4E0B\u5348" || word is "p.m.")
                half = 12;
            else if (bare.Equals("am", StringComparison.OrdinalIgnoreCase) || bare is "\uC624\uC804" or "\u5348\u524D" or "\u4E0A\u5348" || word is "a.m.")
                half = 0;
            else if (HasClock && zone is null)
                zone = DateZones.Parse(bare);
        }

        public DateTimeOffset? Instant()
        {
            if (Day() is not var (year, monthNumber, day))
                return null;
            var time = clock ?? default;
            var hour = half is { } offset && time.Hour <= 12 ? time.Hour % 12 + offset : time.Hour;
            return PublicationDates.Instant(year, monthNumber, day, hour, time.Minute, time.Second, time.Ticks, zone ?? assumed);
        }

        private (int Year, int Month, int Day)? Day()
        {
            if (month > 0)
                return DayOfNamedMonth();
            if (numbers.Count < 3)
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
            if (numbers.Count < 2)
                return null;
            var year = numbers.FindIndex(number => number.Digits >= 3 || number.Value > 31);
            year = year < 0 ? 1 : year;
            var day = year == 0 ? 1 : 0;
            return (PublicationDates.FullYear(numbers[year].Value, numbers[year].Digits), month, numbers[day].Value);
        }
    }
}
