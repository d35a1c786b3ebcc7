using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>The elements of an RSS channel that have no namespace, or an RSS one.</summary>
internal static class RssChannelElements
{
    public static void Read(ForgivingXml xml, FeedBuilder feed)
    {
        switch (xml.Name)
        {
            case "title":
                feed.Title.Set(Rank.Native, HtmlText.Plain(xml.ReadHtml()));
                break;
            case "link":
                var baseUrl = xml.Base;
                feed.Link.Set(Rank.Alternative, WebAddress.Absolute(xml.Attribute("href"), baseUrl));
                feed.Link.Set(Rank.Native, WebAddress.Absolute(xml.ReadText(), baseUrl));
                break;
            case "description" or "abstract" or "tagline":
                feed.Subtitle.Set(Rank.Native, HtmlText.Plain(xml.ReadHtml()));
                break;
            case "language":
                feed.Language.Set(Rank.Native, xml.ReadText());
                break;
            case "copyright" or "rights":
                feed.Rights.Set(Rank.Native, HtmlText.Plain(xml.ReadHtml()));
                break;
            case "generator":
                feed.Generator.Set(Rank.Native, HtmlText.Plain(xml.ReadHtml()));
                break;
            case "managingeditor" or "author":
                feed.Authors.Add(Rank.Native, AtomElements.ReadPerson(xml));
                break;
            case "webmaster":
                feed.Authors.Add(Rank.Fallback, Persons.Parse(xml.ReadText()));
                break;
            case "lastbuilddate" or "updated" or "modified":
                feed.Updated.Set(Rank.Native, xml.ReadSpan());
                break;
            case "pubdate" or "published" or "date":
                feed.Published.Set(Rank.Native, xml.ReadSpan());
                break;
            case "guid" or "id":
                feed.Id.Set(Rank.Native, xml.ReadSpan());
                break;
            case "ttl":
                feed.Ttl.Set(Rank.Native, xml.ReadSpan());
                break;
            case "category" or "tags" or "keywords":
                var scheme = xml.Attribute("domain");
                feed.AddCategory(HtmlText.Plain(xml.ReadText()), scheme);
                break;
            case "image" or "textinput":
                RssReader.ReadImage(xml, feed);
                break;
            case "skiphours" or "skipdays":
                ReadSkips(xml, feed);
                break;
        }
    }

    private static void ReadSkips(ForgivingXml xml, FeedBuilder feed)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name is "hour")
                feed.SkipHour(xml.ReadText());
            else if (xml.Name is "day")
                feed.SkipDay(xml.ReadText());
        }
    }
}
