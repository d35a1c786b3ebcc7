using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>RSS 0.91 to 2.0, and the channel and item elements that RSS 1.0 shares with them.</summary>
internal static class RssReader
{
    /// <summary>Reads the document whose root the reader stands on; items may stand beside the channel too.</summary>
    public static void Read(ForgivingXml xml, FeedBuilder feed)
    {
        feed.Language.Set(Rank.Guess, xml.Language);
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "channel":
                    ReadChannel(xml, feed);
                    break;
                case "item":
                    ReadItem(xml, feed);
                    break;
                case "image" or "textinput":
                    ReadImage(xml, feed);
                    break;
                default:
                    ReadChannelElement(xml, feed);
                    break;
            }
        }
    }

    public static void ReadChannel(ForgivingXml xml, FeedBuilder feed)
    {
        feed.Id.Set(Rank.Guess, xml.Attribute("about"));
        // Channel Definition Format writes the address as an attribute
        feed.Link.Set(Rank.Guess, WebAddress.Absolute(xml.Attribute("href"), xml.Base));
        feed.Updated.Set(Rank.Guess, xml.Attribute("lastmod"));
        feed.Language.Set(Rank.Guess, xml.Language);
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name is "item" or "items" && xml.Vocabulary == Vocabulary.Core)
                ReadItems(xml, feed);
            else
                ReadChannelElement(xml, feed);
        }
    }

    private static void ReadItems(ForgivingXml xml, FeedBuilder feed)
    {
        if (xml.Name is "item")
        {
            ReadItem(xml, feed);
            return;
        }

        // RSS 1.1 puts its items here, RSS 1.0 only their addresses
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name is "item")
                ReadItem(xml, feed);
        }
    }

    public static void ReadItem(ForgivingXml xml, FeedBuilder feed)
    {
        var entry = feed.NewEntry();
        var about = xml.Attribute("about");
        entry.Id.Set(Rank.Guess, about);
        entry.Link.Set(Rank.Fallback, about is not null && about.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? about.Trim() : null);
        entry.Link.Set(Rank.Guess, WebAddress.Absolute(xml.Attribute("href"), xml.Base));
        entry.Updated.Set(Rank.Guess, xml.Attribute("lastmod"));
        entry.Language.Set(Rank.Fallback, xml.Language);
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Vocabulary == Vocabulary.Core)
                RssItemElements.Read(xml, entry);
            else if (xml.Vocabulary is Vocabulary.Atom or Vocabulary.Atom03)
                AtomElements.ReadEntryElement(xml, entry, Rank.Module);
            else
                ModuleElements.ReadEntryElement(xml, entry);
        }

        entry.IsCut = xml.IsCut;
        feed.Add(entry);
    }

    private static void ReadChannelElement(ForgivingXml xml, FeedBuilder feed)
    {
        if (xml.Vocabulary == Vocabulary.Core)
            RssChannelElements.Read(xml, feed);
        else if (xml.Vocabulary is Vocabulary.Atom or Vocabulary.Atom03)
            AtomElements.ReadFeedElement(xml, feed, Rank.Module);
        else
            ModuleElements.ReadFeedElement(xml, feed);
    }

    public static void ReadImage(ForgivingXml xml, FeedBuilder feed)
    {
        var isImage = xml.Name is "image";
        var depth = xml.Depth;
        if (isImage)
            feed.Image.Set(Rank.Guess, WebAddress.Absolute(xml.Attribute("resource"), xml.Base));
        while (xml.NextChild(depth))
        {
            if (isImage && xml.Name is "url")
                feed.Image.Set(Rank.Native, WebAddress.Absolute(xml.ReadText(), xml.Base));
        }
    }
}
