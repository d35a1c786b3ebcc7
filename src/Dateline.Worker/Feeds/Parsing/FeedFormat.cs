using System.Text.Json.Serialization;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>The document's format, written as in the command line's contract (<c>rss20</c>, <c>atom10</c>, ...).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedFormat>))]
internal enum FeedFormat
{
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("rss090")] Rss090,
    [JsonStringEnumMemberName("rss091")] Rss091,
    [JsonStringEnumMemberName("rss092")] Rss092,
    [JsonStringEnumMemberName("rss093")] Rss093,
    [JsonStringEnumMemberName("rss094")] Rss094,
    [JsonStringEnumMemberName("rss10")] Rss10,
    [JsonStringEnumMemberName("rss20")] Rss20,
    [JsonStringEnumMemberName("atom03")] Atom03,
    [JsonStringEnumMemberName("atom10")] Atom10,
    [JsonStringEnumMemberName("json1")] Json1,
    [JsonStringEnumMemberName("json11")] Json11,
    [JsonStringEnumMemberName("sitemap")] Sitemap,
}
