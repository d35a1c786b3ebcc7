using System.Text;

namespace Dateline.Benchmarks.Fuzz;

/// <summary>Makes inputs of seeds: bytes changed, left out, doubled, pieces of the language put in, two seeds joined. A case's number says all.</summary>
internal sealed class FuzzMutator(FuzzTarget target, IReadOnlyList<byte[]> seeds, int seed)
{
    private static readonly byte[] OddBytes = [0, 1, 9, 10, 13, 27, 32, 34, 38, 39, 45, 47, 58, 60, 62, 127, 128, 0x85, 0xBF, 0xC0, 0xED, 0xEF, 0xF0, 0xF4, 0xFE, 0xFF];

    private readonly byte[][] pieces = [.. target.Pieces.Select(Encoding.UTF8.GetBytes)];
    private Random random = new(seed);

    public byte[] Case(long number)
    {
        random = new Random(HashOf(seed, number));
        var input = new List<byte>(random.Next(20) == 0 ? [] : seeds[random.Next(seeds.Count)]);
        Shorten(input);
        for (var changes = 1 << random.Next(6); changes > 0; changes--)
            Change(input);
        Shorten(input);
        return [.. input];
    }

    private static int HashOf(int seed, long number) => unchecked((int)((ulong)(seed * 1_000_003L + number) * 0x9E3779B97F4A7C15 >> 33));

    private void Change(List<byte> input)
    {
        var (at, length) = Range(input);
        switch (random.Next(12))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = OddBytes[random.Next(OddBytes.Length)];
                break;
            case 2:
                input.Insert(at, OddBytes[random.Next(OddBytes.Length)]);
                break;
            case 3:
                input.RemoveRange(at, length);
                break;
            case 4:
                input.InsertRange(at, input.GetRange(at, length));
                break;
            case 5:
                input.InsertRange(random.Next(input.Count + 1), input.GetRange(at, length));
                break;
            case 6:
                Repeat(input, at);
                break;
            case 7:
                input.RemoveRange(at, input.Count - at);
                break;
            case 8:
                Join(input, at);
                break;
            default:
                var piece = Piece();
                if (random.Next(4) == 0)
                    input.RemoveRange(at, Math.Min(piece.Length, input.Count - at));
                input.InsertRange(at, piece);
                break;
        }
    }

    private (int At, int Length) Range(List<byte> input)
    {
        var at = random.Next(input.Count + 1);
        return (at, Math.Min(input.Count - at, 1 << random.Next(10)));
    }

    private void Repeat(List<byte> input, int at)
    {
        var piece = Piece();
        var times = 1 << random.Next(11);
        if (times * piece.Length < target.Longest)
            input.InsertRange(at, Enumerable.Repeat(piece, times).SelectMany(one => one));
    }

    private void Join(List<byte> input, int at)
    {
        var other = seeds[random.Next(seeds.Count)];
        input.RemoveRange(at, input.Count - at);
        input.AddRange(other.AsSpan(random.Next(other.Length + 1)));
    }

    private byte[] Piece() => pieces[random.Next(pieces.Length)];

    private void Shorten(List<byte> input)
    {
        if (input.Count > target.Longest)
            input.RemoveRange(target.Longest, input.Count - target.Longest);
    }
}
