namespace Dateline.Worker.Feeds.Parsing;

/// <summary>RSS 0.90 and 1.0: items stand beside the channel, with their RDF identity in an attribute.</summary>
internal static class RdfReader
{
    public static void Read(ForgivingXml xml, FeedBuilder feed)
    {
        if (xml.DefaultVocabulary == Vocabulary.Other)
            xml.AssumeDefault(Vocabulary.Core);
        RssReader.Read(xml, feed);
    }
}
