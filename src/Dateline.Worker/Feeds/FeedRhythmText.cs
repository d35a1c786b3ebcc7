using System.Buffers.Binary;

namespace Dateline.Worker.Feeds;

/// <summary>The stored form: base64 of a version byte, the numbers, and counters and beliefs as half-precision numbers: about 540 characters.</summary>
internal sealed partial class FeedRhythm
{
    private const byte Version = 1;

    private const int Head = 1 + 8 + 4 + 4 + 4;

    private const int Size = Head + 2 * (Hours + FeedRhythmPhases.Count);

    public FeedRhythmRates RatesAt(double now) => new(hours, phases, new FeedRhythmRates.Exposure((Started ?? (long)now) / 60, now, KeptWeekly));

    /// <summary>What another version wrote, or nobody, is unknown: it is learned again.</summary>
    public static FeedRhythm Read(string? text)
    {
        Span<byte> bytes = stackalloc byte[Size];
        if (text is null || !Convert.TryFromBase64String(text, bytes, out var length) || length != Size || bytes[0] != Version)
            return Unknown;
        var rhythm = new FeedRhythm(new float[Hours], new float[FeedRhythmPhases.Count])
        {
            Started = BinaryPrimitives.ReadInt64LittleEndian(bytes[1..]),
            DocumentEntries = BinaryPrimitives.ReadInt32LittleEndian(bytes[9..]),
            Recent = BinaryPrimitives.ReadSingleLittleEndian(bytes[13..]),
            Usual = BinaryPrimitives.ReadSingleLittleEndian(bytes[17..]),
        };
        for (var hour = 0; hour < Hours; hour++)
            rhythm.hours[hour] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(Head + 2 * hour)..]);
        for (var phase = 0; phase < FeedRhythmPhases.Count; phase++)
            rhythm.phases[phase] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(Head + 2 * (Hours + phase))..]);
        return rhythm;
    }

    /// <summary>Null before the first poll.</summary>
    public string? Write()
    {
        if (Started is not { } started)
            return null;
        Span<byte> bytes = stackalloc byte[Size];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], started);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[9..], DocumentEntries);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[13..], (float)Recent);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[17..], (float)Usual);
        for (var hour = 0; hour < Hours; hour++)
            BinaryPrimitives.WriteHalfLittleEndian(bytes[(Head + 2 * hour)..], Stored(hours[hour]));
        for (var phase = 0; phase < FeedRhythmPhases.Count; phase++)
            BinaryPrimitives.WriteHalfLittleEndian(bytes[(Head + 2 * (Hours + phase))..], Stored(phases[phase]));
        return Convert.ToBase64String(bytes);
    }

    /// <summary>A feed of thousands an hour must not become infinite: the largest half is 65,504.</summary>
    private static Half Stored(float value) => (Half)Math.Min(value, 60_000f);
}
