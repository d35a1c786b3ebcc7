namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Atom 0.3 and 1.0; a single entry document is a feed of one.</summary>
internal static class AtomReader
{
    public static void Read(ForgivingXml xml, FeedBuilder feed)
    {
        feed.Language.Set(Rank.Native, xml.Language);
        if (xml.Name is "entry")
        {
            ReadEntry(xml, feed);
            return;
        }

        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name is "entry")
                ReadEntry(xml, feed);
            else if (IsAtom(xml))
                AtomElements.ReadFeedElement(xml, feed, Rank.Native);
            else
                ModuleElements.ReadFeedElement(xml, feed);
        }
    }

    private static void ReadEntry(ForgivingXml xml, FeedBuilder feed)
    {
        var entry = feed.NewEntry();
        entry.Language.Set(Rank.Fallback, xml.Language);
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (IsAtom(xml))
                AtomElements.ReadEntryElement(xml, entry, Rank.Native);
            else
                ModuleElements.ReadEntryElement(xml, entry);
        }

        entry.IsCut = xml.IsCut;
        feed.Add(entry);
    }

    private static bool IsAtom(ForgivingXml xml) => xml.Vocabulary is Vocabulary.Atom or Vocabulary.Atom03 or Vocabulary.Core;
}
