using Dateline.Worker.Http;
using Dateline.Worker.Storage;

namespace Dateline.Worker.Feeds;

/// <summary>A feed's address as people write it: user and password in it become credentials, which are not shown, logged or published.</summary>
internal static class FeedAddress
{
    public static FeedRow Of(Uri url)
    {
        if (url.UserInfo.Length == 0)
            return new FeedRow { Url = url.AbsoluteUri };
        var plain = new UriBuilder(url) { UserName = "", Password = "" }.Uri.AbsoluteUri;
        var credentials = Uri.UnescapeDataString(url.UserInfo);
        return new FeedRow { Url = plain, Access = new WebAccess { Basic = credentials.Contains(':', StringComparison.Ordinal) ? credentials : credentials + ":" }.Write() };
    }
}
