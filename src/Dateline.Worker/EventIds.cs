namespace Dateline.Worker;

/// <summary>Every log event's id: 1xxx feeds, 2xxx articles, 3xxx publishing, 4xxx operations. Never reused.</summary>
internal static class EventIds
{
    public const int FeedPolled = 1001;
    public const int FeedUnchanged = 1002;
    public const int FeedPollFailed = 1003;
    public const int FeedMoved = 1004;
    public const int FeedHealthChanged = 1005;
    public const int FeedLeaseLost = 1006;
    public const int FeedPollThrew = 1007;
    public const int NetworkDown = 1008;
    public const int FeedProblems = 1009;
    public const int FeedListLoaded = 1010;
    public const int FeedListProblem = 1011;
    public const int NetworkBack = 1012;
    public const int FeedGap = 1013;
    public const int FeedValidatorsLied = 1014;
    public const int PollingSlowed = 1015;
    public const int PollingAsUsual = 1016;

    public const int FeedPushed = 1020;
    public const int FeedPinged = 1021;
    public const int PushMissed = 1022;
    public const int PushUnsigned = 1023;
    public const int PushThrew = 1024;
    public const int SubscriptionVerified = 1025;
    public const int SubscriptionRefused = 1026;
    public const int SubscriptionEnded = 1027;
    public const int SubscriptionUnreachable = 1028;
    public const int SubscriptionThrew = 1029;

    public const int ArticleTagged = 2001;
    public const int ArticlePageFailed = 2002;
    public const int ArticleThrew = 2003;
    public const int ArticleSetAside = 2004;
    public const int ArticleLeaseLost = 2005;
    public const int ArticlePagePostponed = 2006;

    public const int WatchesLoaded = 2101;
    public const int WatchRefused = 2102;
    public const int WatchesUnreadable = 2103;

    public const int EventsPublished = 3001;
    public const int PublishPostponed = 3002;
    public const int PublishSetAside = 3003;
    public const int QueueDeclared = 3004;
    public const int TopologyFailed = 3005;
    public const int QueueDiffers = 3006;
    public const int BusRenewed = 3007;
    public const int BusNotRenewed = 3008;

    public const int WorkerStarted = 4001;
    public const int WorkerStopped = 4002;
    public const int RetentionDone = 4003;
    public const int PortTaken = 4004;
    public const int JobFailed = 4005;
    public const int DemoEvent = 4006;
    public const int ClockSetBack = 4007;
}
