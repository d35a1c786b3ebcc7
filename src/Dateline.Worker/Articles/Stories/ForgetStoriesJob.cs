using Dateline.Worker.Storage;
using Microsoft.Extensions.Options;
using Quartz;

namespace Dateline.Worker.Articles.Stories;

/// <summary>Forgets the signatures that have left the window.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetStoriesJob(StoryStore stories, IOptions<StoryOptions> options) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await stories.Forget(TimeSpan.FromDays(options.Value.WindowDays), bytes => MinHash.FromBytes(bytes).BandHashes(), cancellationToken);
}
