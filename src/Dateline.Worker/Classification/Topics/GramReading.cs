using System.Numerics;

namespace Dateline.Worker.Classification.Topics;

/// <summary>
/// The letter sequences of a text: three to five letters within a word and its edges, one to three where words are short or not parted
/// (Chinese, Japanese, Korean), each hashed into a bucket. A unit is what stands as evidence: a word, or two letters where words are not parted.
/// Reused from text to text; not for two threads at once.
/// </summary>
internal sealed class GramReading
{
    /// <summary>Buckets: 32,768, since a language also learns from its relatives; alone half as many would do.</summary>
    public const int Buckets = 1 << 15;

    /// <summary>Sequences of the longest word, with its edges.</summary>
    private const int MostGrams = 3 * (WordBuffer.MaxWordLength + 2);

    private readonly ushort[] counts = new ushort[Buckets];
    private readonly ulong[] seen = new ulong[Buckets / 64];
    private readonly float[] values = new float[Buckets];
    private readonly List<(int Start, int Length)> units = [];
    private readonly List<(float Share, int Unit)> shares = [];
    private char[] letters = [];
    private int[] ends = [];
    private bool parted;
    private int shortest;

    public GramReading()
    {
    }

    public GramReading(string language, ReadOnlySpan<char> title, ReadOnlySpan<char> text) => Read(language, title, text);

    public int UnitCount => units.Count;

    /// <summary>What can stand as evidence, in the order of the text.</summary>
    public IEnumerable<string> Units => units.Select(unit => Shown(unit).ToString());

    public void Read(string language, ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        Clear();
        (parted, shortest) = (language is not ("zh" or "ja"), language is "zh" or "ja" or "ko" ? 1 : 3);
        if (letters.Length < title.Length + text.Length)
            (letters, ends) = (new char[title.Length + text.Length], new int[title.Length + text.Length]);
        var words = new WordBuffer(letters, ends);
        words.Add(title, splitAtApostrophe: true);
        words.Add(text, splitAtApostrophe: true);
        Span<int> grams = stackalloc int[MostGrams];
        for (var word = 0; word < words.Count; word++)
        {
            var start = word == 0 ? 0 : ends[word - 1];
            for (var at = start; at < ends[word]; at = parted ? ends[word] : at + 1)
                Add((at, ends[word] - at), grams);
        }
    }

    /// <summary>The buckets of the text, in order, with their values: tf-idf of length one; <paramref name="idf"/> is in steps of <see cref="GramModel.IdfStep"/> over 1.</summary>
    public void Values(byte[] idf, List<(int Bucket, float Value)> into)
    {
        into.Clear();
        var norm = 0f;
        for (var block = 0; block < seen.Length; block++)
        {
            for (var bits = seen[block]; bits != 0; bits &= bits - 1)
            {
                var bucket = (block * 64) + BitOperations.TrailingZeroCount(bits);
                var value = TopicFeatures.Frequency(counts[bucket]) * (1 + (idf[bucket] * GramModel.IdfStep));
                norm += value * value;
                into.Add((bucket, value));
            }
        }

        norm = MathF.Sqrt(norm);
        for (var i = 0; i < into.Count; i++)
        {
            into[i] = (into[i].Bucket, into[i].Value / norm);
            values[into[i].Bucket] = into[i].Value;
        }
    }

    /// <summary>Adds the units that spoke most for a class to the evidence; after <see cref="Values"/>.</summary>
    public void AddEvidence(GramModel model, int type, int most, List<string> evidence)
    {
        shares.Clear();
        Span<int> grams = stackalloc int[MostGrams];
        for (var unit = 0; unit < units.Count; unit++)
        {
            var share = 0f;
            foreach (var bucket in grams[..Grams(units[unit], grams)])
                share += values[bucket] * model.Weight(bucket, type);
            if (share > 0)
                shares.Add((share, unit));
        }

        shares.Sort((one, other) => one.Share != other.Share ? other.Share.CompareTo(one.Share)
            : Shown(units[one.Unit]).SequenceCompareTo(Shown(units[other.Unit])));
        foreach (var (_, unit) in shares)
        {
            if (evidence.Count >= most)
                return;
            if (!Has(evidence, Shown(units[unit])))
                evidence.Add(Shown(units[unit]).ToString());
        }
    }

    private static bool Has(List<string> evidence, ReadOnlySpan<char> unit)
    {
        foreach (var known in evidence)
        {
            if (unit.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private void Clear()
    {
        for (var block = 0; block < seen.Length; block++)
        {
            for (var bits = seen[block]; bits != 0; bits &= bits - 1)
                counts[(block * 64) + BitOperations.TrailingZeroCount(bits)] = 0;
            seen[block] = 0;
        }

        units.Clear();
    }

    private void Add((int Start, int Length) unit, Span<int> grams)
    {
        units.Add(unit);
        foreach (var bucket in grams[..Grams(unit, grams)])
        {
            seen[bucket / 64] |= 1UL << (bucket % 64);
            counts[bucket]++;
        }
    }

    private ReadOnlySpan<char> Shown((int Start, int Length) unit) => letters.AsSpan(unit.Start, parted ? unit.Length : Math.Min(2, unit.Length));

    /// <summary>Writes the buckets of a unit's sequences and gives their number.</summary>
    private int Grams((int Start, int Length) unit, Span<int> grams)
    {
        var text = letters.AsSpan(unit.Start, unit.Length);
        if (!parted)
            return Beginnings(text, grams);
        Span<char> edged = stackalloc char[WordBuffer.MaxWordLength + 2];
        edged[0] = ' ';
        text.CopyTo(edged[1..]);
        edged[text.Length + 1] = ' ';
        edged = edged[..(text.Length + 2)];
        var count = 0;
        for (var at = 0; at + shortest <= edged.Length; at++)
            count += Beginnings(edged[at..], grams[count..]);
        return count;
    }

    /// <summary>The sequences that begin at the text's first letter, hashed (FNV-1a, folded).</summary>
    private int Beginnings(ReadOnlySpan<char> text, Span<int> grams)
    {
        var (hash, count) = (2_166_136_261u, 0);
        for (var length = 1; length <= Math.Min(text.Length, shortest + 2); length++)
        {
            hash = unchecked((hash ^ text[length - 1]) * 16_777_619u);
            if (length >= shortest)
                grams[count++] = (int)((hash ^ (hash >> 16)) % Buckets);
        }

        return count;
    }
}
