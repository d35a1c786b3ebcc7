using Dateline.Worker.IntegrationTests.Support;
using RabbitMQ.Client;

namespace Dateline.Worker.IntegrationTests.Faults;

/// <summary>The count itself: what is missing, comes again or comes under another id is seen.</summary>
public class TallyTests
{
    private static readonly string[] Sent = ["http://x/1", "http://x/2", "http://x/3"];

    private static Received Message(int item, string id) =>
        new("", new BasicProperties { MessageId = id }, $$"""
            {"articleId":"{{Guid.Empty}}","revision":1,"url":"http://x/{{item}}","canonicalUrl":"","title":"","firstSeen":"2026-01-01T00:00:00Z","language":"en","feed":{"id":1,"title":"","url":""} }
            """);

    [Fact]
    public void Of_AllOnce_IsClean() => Assert.Equal(new Tally(3, 3, 0, 0, 0), Tally.Of(Sent, [Message(1, "a"), Message(2, "b"), Message(3, "c")]));

    [Fact]
    public void Of_AMessageDropped_IsLost() => Assert.Equal(new Tally(3, 2, 1, 0, 0), Tally.Of(Sent, [Message(1, "a"), Message(3, "c")]));

    [Fact]
    public void Of_TheSameIdAgain_IsRepeated() => Assert.Equal(new Tally(3, 3, 0, 1, 0), Tally.Of(Sent, [Message(1, "a"), Message(2, "b"), Message(3, "c"), Message(1, "a")]));

    [Fact]
    public void Of_AnotherId_IsToldApart() => Assert.Equal(new Tally(3, 3, 0, 0, 1), Tally.Of(Sent, [Message(1, "a"), Message(2, "b"), Message(3, "c"), Message(1, "z")]));
}
