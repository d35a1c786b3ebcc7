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
