using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Media RSS: files become enclosures, a thumbnail the entry's picture, text serves where the entry has none.</summary>
internal static class MediaElements
{
    private const string DefaultScheme = "http://search.yahoo.com/mrss/category_schema";

    public static void Read(ForgivingXml xml, EntryBuilder entry)
    {
        switch (xml.Name)
        {
            case "group" or "content":
                ReadFile(xml, entry);
                break;
            case "thumbnail":
                entry.Image.Set(Rank.Native, WebAddress.Absolute(xml.Attribute("url"), xml.Base));
                break;
            case "title":
                entry.Title.Set(Rank.Guess, HtmlText.Plain(xml.ReadHtml()));
                break;
            case "description":
                entry.Summary.Set(Rank.Guess, EntryText.Read(xml));
                break;
            case "keywords":
                ModuleElements.AddKeywords(xml.ReadText(), entry);
                break;
            case "category":
                var scheme = xml.Attribute("scheme") ?? DefaultScheme;
                var label = xml.Attribute("label");
                entry.AddCategory(HtmlText.Plain(xml.ReadText()), scheme, label);
                break;
        }
    }

    public static bool IsImage(ForgivingXml xml) =>
        xml.Attribute("medium") is "image" || xml.Attribute("type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;

    private static void ReadFile(ForgivingXml xml, EntryBuilder entry)
    {
        var url = WebAddress.Absolute(xml.Attribute("url"), xml.Base);
        entry.AddEnclosure(url, xml.Attribute("type"), xml.Attribute("filesize"));
        if (xml.Attribute("medium") is "image")
            entry.Image.Set(Rank.Alternative, url);
        var (depth, isImage) = (xml.Depth, IsImage(xml));
        while (xml.NextChild(depth))
        {
            // The name and the caption of a picture are not the entry's
            if (xml.Vocabulary == Vocabulary.Media && xml.Depth <= ForgivingXml.MaxDepth - 8 && !(isImage && xml.Name is "title" or "description"))
                Read(xml, entry);
        }
    }
}
