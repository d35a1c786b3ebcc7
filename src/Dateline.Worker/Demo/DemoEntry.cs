namespace Dateline.Worker.Demo;

/// <summary>An article in a feed of the demo, with the time that the feed gives it.</summary>
internal sealed record DemoEntry(DemoArticle Article, DateTimeOffset Published)
{
    public string Url(string site) => $"{site}/articles/{Article.Slug}";
}
