using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Dateline.Worker.Cli;

/// <summary>Works on a stream with some items at a time and gives each result as soon as those before it are given.</summary>
internal static class OrderedParallel
{
    public static async IAsyncEnumerable<TResult> SelectInOrder<T, TResult>(
        this IAsyncEnumerable<T> source, int degree, Func<T, TResult> work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // one is with the reader of the results, the others wait in the channel
        var running = Channel.CreateBounded<Task<TResult>>(Math.Max(1, degree - 1));
        // on its own: a source may block, as the console does
        var feeding = Task.Run(Feed, CancellationToken.None);
        try
        {
            await foreach (var next in running.Reader.ReadAllAsync(cancellationToken))
                yield return await next;
        }
        finally
        {
            await ended.CancelAsync();
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await feeding;

        async Task Feed()
        {
            try
            {
                await foreach (var item in source.WithCancellation(ended.Token))
                {
                    await running.Writer.WaitToWriteAsync(ended.Token);
                    await running.Writer.WriteAsync(Task.Run(() => work(item), ended.Token), ended.Token);
                }
            }
            finally
            {
                running.Writer.Complete();
            }
        }
    }
}
