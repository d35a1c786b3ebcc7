using System.Runtime.InteropServices;
using Dateline.Worker.Cli;

namespace Dateline.Worker.Tests.Cli;

public class CliInputReaderTests
{
    [Fact]
    public async Task Read_StreamOfTheLimitAndOneByteMore_TakesTheOneAndNamesTheOther()
    {
        var atLimit = await ReadOne("-", new MemoryStream(new byte[CliInputReader.MaxBytes]));
        var above = await ReadOne("-", new MemoryStream(new byte[CliInputReader.MaxBytes + 1]));

        Assert.Equal(CliInputReader.MaxBytes, atLimit.Input!.Bytes.Length);
        Assert.Equal(("-", "too_large"), (above.Name, above.Error!.Code));
    }

    [Fact]
    public async Task Read_File_IsHeldInNoMoreThanItsLength()
    {
        var path = Path.GetTempFileName();
        var content = Enumerable.Range(0, 9_000_000).Select(i => (byte)i).ToArray();
        await File.WriteAllBytesAsync(path, content);

        var read = await ReadOne(path, Stream.Null);

        Assert.True(MemoryMarshal.TryGetArray(read.Input!.Bytes, out var held));
        Assert.Equal(content.Length, held.Array!.Length);
        Assert.True(held.AsSpan().SequenceEqual(content));
        File.Delete(path);
    }

    private static async Task<CliInputResult> ReadOne(string input, Stream standardInput)
    {
        var reader = new CliInputReader((_, _) => throw new InvalidOperationException("Nothing is fetched."), TextReader.Null, standardInput);
        await foreach (var result in reader.Read([input], null, CancellationToken.None))
            return result;
        throw new InvalidOperationException("Nothing was read.");
    }
}
