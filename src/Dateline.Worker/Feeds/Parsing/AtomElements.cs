using System.Text;
using Dateline.Worker.Documents;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>The elements of Atom, in Atom documents and where RSS documents borrow them.</summary>
internal static class AtomElements
{
    public static void ReadEntryElement(ForgivingXml xml, EntryBuilder entry, int rank)
    {
        switch (xml.Name)
        {
            case "title":
                entry.Title.Set(rank, AtomText.ReadPlain(xml));
                break;
            case "link":
                ReadEntryLink(xml, entry, rank);
                break;
            case "id" or "guid":
                entry.Id.Set(rank, xml.ReadText());
                break;
            case "summary" or "description" or "abstract":
                entry.Summary.Set(rank, AtomText.ReadHtml(xml));
                break;
            case "content":
                entry.Language.Set(Rank.Guess, xml.Language);
                entry.Link.Set(Rank.Fallback, WebAddress.Absolute(xml.Attribute("src"), xml.Base));
                entry.Content.Set(rank, AtomText.ReadHtml(xml));
                break;
            case "published" or "issued" or "pubdate":
                entry.Published.Set(rank, xml.ReadText());
                break;
            case "created":
                entry.Published.Set(Rank.Guess, xml.ReadText());
                break;
            case "updated" or "modified":
                entry.Updated.Set(rank, xml.ReadText());
                break;
            case "author":
                entry.Authors.Add(rank, ReadPerson(xml));
                break;
            case "category":
                var (term, scheme, label) = (xml.Attribute("term"), xml.Attribute("scheme"), xml.Attribute("label"));
                entry.AddCategory(term is null && label is null ? HtmlText.Plain(xml.ReadText()) : term, scheme, label);
                break;
            case "source":
                entry.Source ??= ReadSource(xml);
                break;
        }
    }

    public static void ReadFeedElement(ForgivingXml xml, FeedBuilder feed, int rank)
    {
        switch (xml.Name)
        {
            case "title":
                feed.Title.Set(rank, AtomText.ReadPlain(xml));
                break;
            case "link":
                ReadFeedLink(xml, feed, rank);
                break;
            case "id" or "guid":
                feed.Id.Set(rank, xml.ReadSpan());
                break;
            case "subtitle" or "tagline" or "description":
                feed.Subtitle.Set(rank, AtomText.ReadPlain(xml));
                break;
            case "rights" or "copyright":
                feed.Rights.Set(rank, AtomText.ReadPlain(xml));
                break;
            case "generator":
                feed.Generator.Set(rank, HtmlText.Plain(xml.ReadSpan()));
                break;
            case "updated" or "modified":
                feed.Updated.Set(rank, xml.ReadSpan());
                break;
            case "published" or "issued":
                feed.Published.Set(rank, xml.ReadSpan());
                break;
            case "author":
                feed.Authors.Add(rank, ReadPerson(xml));
                break;
            case "category":
                feed.AddCategory(xml.Attribute("term"), xml.Attribute("scheme"), xml.Attribute("label"));
                break;
            case "logo" or "icon":
                var image = xml.Name is "logo" ? Rank.Native : Rank.Guess;
                feed.Image.Set(image, WebAddress.Absolute(xml.ReadText(), xml.Base));
                break;
        }
    }

    private static void ReadEntryLink(ForgivingXml xml, EntryBuilder entry, int rank)
    {
        var rel = Relation(xml);
        if (rel is not ("alternate" or "enclosure" or "replies"))
            return;
        var (type, length) = (xml.Attribute("type"), rel is "enclosure" ? xml.Attribute("length") : null);
        var address = ReadAddress(xml);
        switch (rel)
        {
            case "alternate":
                entry.Link.Set(IsPage(type) ? rank : Math.Min(rank, Rank.Alternative), address);
                break;
            case "enclosure":
                entry.AddEnclosure(address, type, length);
                break;
            case "replies":
                entry.CommentsUrl.Set(IsPage(type) ? Rank.Native : Rank.Module, address);
                break;
        }
    }

    private static void ReadFeedLink(ForgivingXml xml, FeedBuilder feed, int rank)
    {
        var rel = Relation(xml);
        var isPage = IsPage(xml.Attribute("type"));
        var address = ReadAddress(xml);
        switch (rel)
        {
            case "alternate":
                feed.Link.Set(isPage ? rank : Math.Min(rank, Rank.Alternative), address);
                break;
            case "self":
                feed.Self.Set(Rank.Native, address);
                break;
            case "hub":
                feed.AddHub(address);
                break;
            case "prev-archive":
                feed.PreviousPage.Set(Rank.Native, address);
                break;
            case "next":
                feed.PreviousPage.Set(Rank.Guess, address);
                break;
        }
    }

    /// A page for people stands before other representations
    private static bool IsPage(string? type) => type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase);

    private static string? ReadAddress(ForgivingXml xml)
    {
        var baseUrl = xml.Base;
        return WebAddress.Absolute(xml.Attribute("href") ?? xml.ReadText(), baseUrl);
    }

    private static string Relation(ForgivingXml xml)
    {
        const string Registry = "http://www.iana.org/assignments/relation/";
        var rel = xml.Attribute("rel")?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(rel))
            return "alternate";
        return rel.StartsWith(Registry, StringComparison.Ordinal) ? rel[Registry.Length..] : rel;
    }

    /// <summary>A person by parts, or as loose text.</summary>
    public static Person? ReadPerson(ForgivingXml xml)
    {
        if (xml.ReadLeaf() is { } text)
            return Persons.Parse(text);
        Ranked name = default, email = default, url = default;
        var loose = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Depth >= depth && xml.Read())
        {
            if (xml.Depth < depth)
                break;
            if (xml.Token == XmlToken.Text)
                loose.Append(xml.CurrentText());
            if (xml.Token != XmlToken.Start || xml.Depth != depth + 1)
                continue;
            if (xml.Name is "name")
                name.Set(Rank.Native, HtmlText.Plain(xml.ReadText()));
            else if (xml.Name is "email")
                email.Set(Rank.Native, xml.ReadText().Trim());
            else if (xml.Name is "uri" or "url" or "homepage")
                url.Set(Rank.Native, WebAddress.Absolute(xml.ReadText(), xml.Base));
        }

        if (name.Value is null && email.Value is null && url.Value is null)
            return Persons.Parse(loose.ToString());
        return new Person(name.Value, email.Value, url.Value);
    }

    private static EntrySource? ReadSource(ForgivingXml xml)
    {
        var source = new FeedBuilder();
        var depth = xml.Depth;
        while (xml.NextChild(depth))
            ReadFeedElement(xml, source, Rank.Native);
        var read = source.Build();
        return read.Title is null && read.Link is null && read.Self is null ? null : new EntrySource(read.Title, read.Link ?? read.Self);
    }
}
