using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>The modules: Dublin Core, content, Media RSS, iTunes, syndication, thread, FeedBurner.</summary>
internal static class ModuleElements
{
    public static void ReadEntryElement(ForgivingXml xml, EntryBuilder entry)
    {
        switch (xml.Vocabulary)
        {
            case Vocabulary.DublinCore or Vocabulary.DublinCoreTerms:
                ReadDublinCore(xml, entry);
                break;
            case Vocabulary.Content when xml.Name is "encoded":
                entry.Content.Set(Rank.Native, EntryText.Read(xml));
                break;
            case Vocabulary.Xhtml when xml.Name is "body" or "div":
                entry.Language.Set(Rank.Guess, xml.Language);
                entry.Content.Set(Rank.Alternative, EntryText.Read(xml));
                break;
            case Vocabulary.Media:
                MediaElements.Read(xml, entry);
                break;
            case Vocabulary.ITunes:
                ReadITunes(xml, entry);
                break;
            case Vocabulary.FeedBurner when xml.Name is "origlink":
                entry.OriginalLink.Set(Rank.Native, WebAddress.Absolute(xml.ReadText(), xml.Base));
                break;
        }
    }

    private static void ReadDublinCore(ForgivingXml xml, EntryBuilder entry)
    {
        switch (xml.Name)
        {
            case "title":
                entry.Title.Set(Rank.Module, HtmlText.Plain(xml.ReadHtml()));
                break;
            case "description" or "abstract":
                entry.Summary.Set(Rank.Module, EntryText.Read(xml));
                break;
            case "creator" or "author":
                entry.Authors.Add(Rank.Native, Persons.Parse(xml.ReadText()));
                break;
            case "contributor" or "publisher":
                entry.Authors.Add(Rank.Fallback, xml.Name is "contributor" ? Persons.Parse(xml.ReadText()) : null);
                break;
            case "issued":
                entry.Published.Set(Rank.Alternative, xml.ReadText());
                break;
            case "date":
                entry.Published.Set(Rank.Module, xml.ReadText());
                break;
            case "created" or "available":
                entry.Published.Set(Rank.Guess, xml.ReadText());
                break;
            case "modified":
                entry.Updated.Set(Rank.Module, xml.ReadText());
                break;
            case "subject":
                entry.AddCategory(xml.ReadWords() ?? HtmlText.Plain(xml.ReadText()));
                break;
            case "language":
                entry.Language.Set(Rank.Module, xml.ReadText());
                break;
            case "identifier":
                entry.Id.Set(Rank.Fallback, xml.ReadText());
                break;
        }
    }

    private static void ReadITunes(ForgivingXml xml, EntryBuilder entry)
    {
        switch (xml.Name)
        {
            case "title":
                entry.Title.Set(Rank.Fallback, HtmlText.Plain(xml.ReadSpan()));
                break;
            case "author":
                entry.Authors.Add(Rank.Guess, Persons.Parse(xml.ReadText()));
                break;
            case "summary":
                entry.Summary.Set(Rank.Guess, EntryText.Read(xml));
                break;
            case "subtitle":
                entry.Summary.Set(Rank.Fallback, EntryText.Read(xml));
                break;
            case "keywords":
                AddKeywords(xml.ReadText(), entry);
                break;
            case "category":
                ReadCategories(xml, entry);
                break;
            case "image":
                entry.Image.Set(Rank.Module, WebAddress.Absolute(xml.Attribute("href") ?? xml.Attribute("url"), xml.Base));
                break;
        }
    }

    /// Categories stand in one another
    private static void ReadCategories(ForgivingXml xml, EntryBuilder entry)
    {
        var depth = xml.Depth;
        entry.AddCategory(xml.Attribute("text"));
        while (xml.NextChild(depth))
        {
            if (xml.Name is "category")
                entry.AddCategory(xml.Attribute("text"));
        }
    }

    public static void AddKeywords(string keywords, EntryBuilder entry)
    {
        foreach (var keyword in keywords.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            entry.AddCategory(keyword);
    }

    public static void ReadFeedElement(ForgivingXml xml, FeedBuilder feed)
    {
        switch (xml.Vocabulary)
        {
            case Vocabulary.DublinCore or Vocabulary.DublinCoreTerms:
                ReadFeedDublinCore(xml, feed);
                break;
            case Vocabulary.ITunes:
                ReadFeedITunes(xml, feed);
                break;
            case Vocabulary.Syndication when xml.Name is "updateperiod":
                feed.UpdatePeriod.Set(Rank.Native, xml.ReadSpan());
                break;
            case Vocabulary.Syndication when xml.Name is "updatefrequency":
                feed.UpdateFrequency.Set(Rank.Native, xml.ReadSpan());
                break;
            case Vocabulary.Media when xml.Name is "thumbnail" || xml.Name is "content" && MediaElements.IsImage(xml):
                feed.Image.Set(Rank.Guess, WebAddress.Absolute(xml.Attribute("url"), xml.Base));
                break;
        }
    }

    private static void ReadFeedDublinCore(ForgivingXml xml, FeedBuilder feed)
    {
        switch (xml.Name)
        {
            case "title":
                feed.Title.Set(Rank.Module, HtmlText.Plain(xml.ReadHtml()));
                break;
            case "description":
                feed.Subtitle.Set(Rank.Module, HtmlText.Plain(xml.ReadHtml()));
                break;
            case "creator" or "author":
                feed.Authors.Add(Rank.Module, Persons.Parse(xml.ReadText()));
                break;
            case "publisher":
                feed.Authors.Add(Rank.Fallback, Persons.Parse(xml.ReadText()));
                break;
            case "date" or "modified":
                feed.Updated.Set(Rank.Module, xml.ReadSpan());
                break;
            case "issued" or "created":
                feed.Published.Set(xml.Name is "issued" ? Rank.Module : Rank.Guess, xml.ReadSpan());
                break;
            case "language":
                feed.Language.Set(Rank.Module, xml.ReadText());
                break;
            case "rights":
                feed.Rights.Set(Rank.Module, HtmlText.Plain(xml.ReadSpan()));
                break;
            case "subject":
                feed.AddCategory(HtmlText.Plain(xml.ReadText()));
                break;
        }
    }

    private static void ReadFeedITunes(ForgivingXml xml, FeedBuilder feed)
    {
        switch (xml.Name)
        {
            case "author":
                feed.Authors.Add(Rank.Guess, Persons.Parse(xml.ReadText()));
                break;
            case "subtitle":
                feed.Subtitle.Set(Rank.Guess, HtmlText.Plain(xml.ReadSpan()));
                break;
            case "summary":
                feed.Subtitle.Set(Rank.Fallback, HtmlText.Plain(xml.ReadSpan()));
                break;
            case "image":
                feed.Image.Set(Rank.Module, WebAddress.Absolute(xml.Attribute("href") ?? xml.Attribute("url"), xml.Base));
                break;
            case "keywords":
                foreach (var keyword in xml.ReadText().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    feed.AddCategory(keyword);
                break;
            case "category":
                ReadCategories(xml, feed);
                break;
        }
    }

    private static void ReadCategories(ForgivingXml xml, FeedBuilder feed)
    {
        const string Scheme = "http://www.itunes.com/";
        var depth = xml.Depth;
        feed.AddCategory(xml.Attribute("text"), Scheme);
        while (xml.NextChild(depth))
        {
            if (xml.Name is "category")
                feed.AddCategory(xml.Attribute("text"), Scheme);
        }
    }
}
