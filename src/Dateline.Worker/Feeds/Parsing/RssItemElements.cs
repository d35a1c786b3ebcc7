using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>The elements of an RSS item that have no namespace, or an RSS one.</summary>
internal static class RssItemElements
{
    public static void Read(ForgivingXml xml, EntryBuilder entry)
    {
        switch (xml.Name)
        {
            case "title":
                entry.Title.Set(Rank.Native, xml.ReadWords() ?? HtmlText.Plain(xml.ReadHtml()));
                break;
            case "link":
                ReadLink(xml, entry);
                break;
            case "guid" or "id":
                ReadGuid(xml, entry);
                break;
            case "description" or "abstract":
                entry.Summary.Set(Rank.Native, EntryText.Read(xml));
                break;
            case "summary":
                entry.Summary.Set(Rank.Alternative, EntryText.Read(xml));
                break;
            case "content" or "encoded" or "body" or "fullitem":
                entry.Content.Set(Rank.Module, EntryText.Read(xml));
                break;
            case "pubdate" or "published" or "date" or "created" or "issued":
                entry.Published.Set(xml.Name is "pubdate" ? Rank.Native : Rank.Guess, xml.ReadText());
                break;
            case "updated" or "modified" or "lastbuilddate":
                entry.Updated.Set(Rank.Alternative, xml.ReadText());
                break;
            case "author" or "creator" or "managingeditor":
                entry.Authors.Add(Rank.Alternative, AtomElements.ReadPerson(xml));
                break;
            case "category" or "tags" or "keywords" or "subject":
                ReadCategory(xml, entry);
                break;
            case "enclosure":
                entry.AddEnclosure(WebAddress.Absolute(xml.Attribute("url"), xml.Base), xml.Attribute("type"), xml.Attribute("length"));
                break;
            case "comments":
                entry.CommentsUrl.Set(Rank.Native, WebAddress.Absolute(xml.ReadText(), xml.Base));
                break;
            case "source":
                var url = WebAddress.Absolute(xml.Attribute("url"), xml.Base);
                entry.Source ??= new EntrySource(HtmlText.Plain(xml.ReadSpan()) is { Length: > 0 } title ? title : null, url);
                break;
            case "language":
                entry.Language.Set(Rank.Native, xml.ReadText());
                break;
            case "image" or "thumbnail":
                ReadImage(xml, entry);
                break;
        }
    }

    private static void ReadLink(ForgivingXml xml, EntryBuilder entry)
    {
        var baseUrl = xml.Base;
        var href = xml.Attribute("href");
        entry.Link.Set(Rank.Alternative, WebAddress.Absolute(href, baseUrl));
        var text = xml.ReadText();
        // Beside an address, a text that is none is only its name
        if (href is null || text.Contains("://", StringComparison.Ordinal))
            entry.Link.Set(Rank.Native, WebAddress.Absolute(text, baseUrl));
    }

    private static void ReadGuid(ForgivingXml xml, EntryBuilder entry)
    {
        var baseUrl = xml.Base;
        var permanent = xml.Attribute("ispermalink");
        var guid = xml.ReadText();
        entry.Id.Set(Rank.Native, guid);
        if (permanent is null ? guid.AsSpan().TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase)
            : permanent.Trim().Equals("true", StringComparison.OrdinalIgnoreCase))
            entry.Link.Set(Rank.Guess, WebAddress.Absolute(guid, baseUrl));
    }

    private static void ReadCategory(ForgivingXml xml, EntryBuilder entry)
    {
        var single = xml.Name is "category";
        var scheme = xml.Attribute("domain");
        var attribute = xml.Attribute("term") ?? xml.Attribute("text");
        var text = xml.ReadWords() ?? HtmlText.Plain(xml.ReadText());
        if (single)
            entry.AddCategory(text.Length > 0 ? text : attribute, scheme);
        else
            ModuleElements.AddKeywords(text, entry);
    }

    private static void ReadImage(ForgivingXml xml, EntryBuilder entry)
    {
        entry.Image.Set(Rank.Guess, WebAddress.Absolute(xml.Attribute("url") ?? xml.Attribute("href"), xml.Base));
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name is "url")
                entry.Image.Set(Rank.Module, WebAddress.Absolute(xml.ReadText(), xml.Base));
        }
    }
}
