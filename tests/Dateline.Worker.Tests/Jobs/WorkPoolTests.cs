using Dateline.Worker.Jobs;

namespace Dateline.Worker.Tests.Jobs;

public class WorkPoolTests
{
    private sealed class Pool(int size) : WorkPool(size, TimeProvider.System);

    [Fact]
    public async Task Free_CountsWhatIsUnderWay()
    {
        using var pool = new Pool(2);
        var gate = new TaskCompletionSource();
        pool.Start(_ => gate.Task);
        Assert.Equal(1, pool.Free);
        pool.Start(_ => gate.Task);
        Assert.Equal(0, pool.Free);
        gate.SetResult();
        await pool.Drain();
        while (pool.Free < 2)
            await Task.Yield();
    }

    [Fact]
    public async Task WaitForRoom_IsThereWhenAQuarterIsFree()
    {
        using var pool = new Pool(8);
        var gates = Enumerable.Range(0, 8).Select(_ => new TaskCompletionSource()).ToArray();
        foreach (var gate in gates)
            pool.Start(_ => gate.Task);
        Assert.False(await pool.WaitForRoom(TimeSpan.FromMilliseconds(1), CancellationToken.None));

        var waiting = pool.WaitForRoom(TimeSpan.FromSeconds(60), CancellationToken.None);
        gates[0].SetResult();
        while (pool.Free < 1)
            await Task.Yield();
        Assert.False(waiting.IsCompleted);
        gates[1].SetResult();
        Assert.True(await waiting);
        foreach (var gate in gates[2..])
            gate.SetResult();
        await pool.Drain();
    }

    [Fact]
    public async Task WaitForRoom_RoundIsOver_EndsThoughThereIsRoom()
    {
        using var pool = new Pool(1);
        Assert.True(await pool.WaitForRoom(TimeSpan.FromSeconds(1), CancellationToken.None));
        Assert.False(await pool.WaitForRoom(TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task WaitForRoom_HostStops_EndsWithout()
    {
        using var pool = new Pool(1);
        pool.Start(token => Task.Delay(Timeout.Infinite, token).ContinueWith(_ => { }, TaskScheduler.Default));
        var waiting = pool.WaitForRoom(TimeSpan.FromSeconds(60), CancellationToken.None);
        using var impatient = new CancellationTokenSource();
        await impatient.CancelAsync();
        await pool.StopAsync(impatient.Token);
        Assert.False(await waiting);
    }

    [Fact]
    public async Task Stop_WhatDoesNotEnd_IsCancelledAndNothingStartsAfter()
    {
        using var pool = new Pool(2);
        var cancelled = false;
        pool.Start(async token =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            catch (OperationCanceledException)
            {
                cancelled = true;
            }
        });
        // a token that ends the grace at once
        using var impatient = new CancellationTokenSource();
        await impatient.CancelAsync();
        await pool.StopAsync(impatient.Token);
        Assert.True(cancelled);
        Assert.Equal(0, pool.Free);
    }
}
