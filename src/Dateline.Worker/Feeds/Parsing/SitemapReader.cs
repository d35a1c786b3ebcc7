using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Sitemaps, plain and news: each url is an entry. A sitemap index lists sitemaps, which are entries too.</summary>
internal static class SitemapReader
{
    public static void Read(ForgivingXml xml, FeedBuilder feed)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name is "url" or "sitemap")
                ReadUrl(xml, feed);
        }
    }

    private static void ReadUrl(ForgivingXml xml, FeedBuilder feed)
    {
        var entry = feed.NewEntry();
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "loc":
                    var address = WebAddress.Absolute(xml.ReadText(), xml.Base);
                    entry.Link.Set(Rank.Native, address);
                    entry.Id.Set(Rank.Native, address);
                    break;
                case "lastmod":
                    entry.Updated.Set(Rank.Native, xml.ReadText());
                    break;
                case "news":
                    ReadNews(xml, entry);
                    break;
                case "image":
                    ReadImage(xml, entry);
                    break;
            }
        }

        entry.IsCut = xml.IsCut;
        feed.Add(entry);
    }

    private static void ReadNews(ForgivingXml xml, EntryBuilder entry)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "title":
                    entry.Title.Set(Rank.Native, HtmlText.Plain(xml.ReadSpan()));
                    break;
                case "publication_date":
                    entry.Published.Set(Rank.Native, xml.ReadText());
                    break;
                case "keywords":
                    ModuleElements.AddKeywords(xml.ReadText(), entry);
                    break;
                case "publication":
                    ReadPublication(xml, entry);
                    break;
            }
        }
    }

    private static void ReadPublication(ForgivingXml xml, EntryBuilder entry)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name is "language")
                entry.Language.Set(Rank.Native, xml.ReadText());
            else if (xml.Name is "name" && HtmlText.Plain(xml.ReadSpan()) is { Length: > 0 } name)
                entry.Source ??= new EntrySource(name, null);
        }
    }

    private static void ReadImage(ForgivingXml xml, EntryBuilder entry)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name is "loc")
                entry.Image.Set(Rank.Native, WebAddress.Absolute(xml.ReadText(), xml.Base));
        }
    }
}
