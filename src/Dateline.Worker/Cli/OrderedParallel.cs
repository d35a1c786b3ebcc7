using System.Runtime.CompilerServices;

namespace Dateline.Worker.Cli;

/// <summary>Works on a stream with some items at a time and gives the results in the order of the inputs.</summary>
internal static class OrderedParallel
{
    public static async IAsyncEnumerable<TResult> SelectInOrder<T, TResult>(
        this IAsyncEnumerable<T> source, int degree, Func<T, TResult> work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var running = new Queue<Task<TResult>>(degree);
        await foreach (var item in source.WithCancellation(cancellationToken))
        {
            running.Enqueue(Task.Run(() => work(item), cancellationToken));
            if (running.Count >= degree)
                yield return await running.Dequeue();
        }

        while (running.TryDequeue(out var next))
            yield return await next;
    }
}
