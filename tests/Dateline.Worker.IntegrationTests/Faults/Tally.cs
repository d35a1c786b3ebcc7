using Dateline.Worker.IntegrationTests.Support;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>
/// What a run came to: items that were handed out to the worker in full, those that arrived at the subscriber's queue and those that did not, messages
/// that came again under their id, and items that came under two ids.
/// </summary>
internal sealed record Tally(int Sent, int Received, int Lost, int Repeated, int RepeatedWithAnotherId)
{
    /// <param name="sent">Links of the items handed out.</param>
    public static Tally Of(IEnumerable<string> sent, IEnumerable<Received> messages)
    {
        var arrived = messages.Select(message => (Link: message.Article.Url, Id: message.Properties.MessageId!)).GroupBy(message => message.Link).ToArray();
        var links = arrived.Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        var expected = sent.ToHashSet(StringComparer.Ordinal);
        return new Tally(
            expected.Count, expected.Count(links.Contains), expected.Count(link => !links.Contains(link)),
            arrived.Sum(item => item.Count() - item.Select(message => message.Id).Distinct().Count()),
            arrived.Count(item => item.Select(message => message.Id).Distinct().Count() > 1));
    }

    public void AssertNothingLost(int least = 20)
    {
        Assert.True(Sent >= least, $"Too little was handed out to prove anything: {this}");
        Assert.True(Lost == 0 && RepeatedWithAnotherId == 0, $"{this}");
    }
}
