using System.Threading.Channels;
using Dateline.Worker.Cli;

namespace Dateline.Worker.Tests.Cli;

public class OrderedParallelTests
{
    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }

    private static async Task<List<int>> List(IAsyncEnumerable<int> source)
    {
        var list = new List<int>();
        await foreach (var item in source)
            list.Add(item);
        return list;
    }

    [Fact]
    public async Task SelectInOrder_FastAndSlow_KeepsTheOrder()
    {
        var results = await List(Numbers(200).SelectInOrder(8, number =>
        {
            if (number % 7 == 0)
                Task.Delay(5).Wait();
            return number * 2;
        }, CancellationToken.None));
        Assert.Equal(Enumerable.Range(0, 200).Select(number => number * 2), results);
    }

    [Fact]
    public async Task SelectInOrder_SourceWithoutEnd_AnswersAsItComes()
    {
        var source = Channel.CreateUnbounded<int>();
        var results = source.Reader.ReadAllAsync().SelectInOrder(8, number => number + 1, CancellationToken.None).GetAsyncEnumerator();
        for (var number = 0; number < 3; number++)
        {
            await source.Writer.WriteAsync(number);
            Assert.True(await results.MoveNextAsync());
            Assert.Equal(number + 1, results.Current);
        }

        source.Writer.Complete();
        Assert.False(await results.MoveNextAsync());
    }

    [Fact]
    public async Task SelectInOrder_NeverMoreAtATimeThanItsDegree()
    {
        int running = 0, most = 0;
        await List(Numbers(100).SelectInOrder(3, number =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            Task.Delay(1).Wait();
            Interlocked.Decrement(ref running);
            return number;
        }, CancellationToken.None));
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task SelectInOrder_WorkThatThrows_EndsWithItsException() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => List(Numbers(10).SelectInOrder(2, number => number == 5 ? throw new InvalidOperationException() : number, CancellationToken.None)));

    [Fact]
    public async Task SelectInOrder_SourceThatThrows_EndsWithItsException()
    {
        static async IAsyncEnumerable<int> Broken()
        {
            yield return 1;
            await Task.Yield();
            throw new InvalidOperationException();
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => List(Broken().SelectInOrder(2, number => number, CancellationToken.None)));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
        }
    }
}
