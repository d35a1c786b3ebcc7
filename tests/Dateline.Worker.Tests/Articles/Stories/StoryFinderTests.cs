using Dateline.Contracts;
using Dateline.Worker.Articles.Stories;
using Dateline.Worker.Classification.Training;
using Dateline.Worker.Storage;
using Dateline.Worker.Tests.Support;
using Microsoft.Extensions.Options;

namespace Dateline.Worker.Tests.Articles.Stories;

public class StoryFinderTests
{
    private static readonly string Text = string.Join(' ', Enumerable.Range(0, 200).Select(number => $"word{number}"));

    private static StoryFinder Finder(TestDatabase database, int days = 7) =>
        new(new StoryStore(database.Database, database.Time), Options.Create(new StoryOptions { WindowDays = days }));

    private static Task<ArticleStory?> Find(StoryFinder finder, Guid id, string text, string title = "A title") =>
        finder.Find(Some.Article() with { Id = id.ToString(), Title = title }, text, CancellationToken.None);

    [Fact]
    public async Task Find_ANearCopy_IsOfTheFirstOnesStory()
    {
        await using var database = await TestDatabase.Create();
        var (finder, first, second) = (Finder(database), Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(new ArticleStory(first, 1, first), await Find(finder, first, Text));
        Assert.Equal(new ArticleStory(first, 2, first), await Find(finder, second, Text + " and some words more"));
        var other = Guid.NewGuid();
        Assert.Equal(new ArticleStory(other, 1, other), await Find(finder, other, Text.Replace("word", "other", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Find_TheSameArticleAgain_IsCountedOnceAndStaysInItsStory()
    {
        await using var database = await TestDatabase.Create();
        var (finder, first) = (Finder(database), Guid.NewGuid());
        await Find(finder, first, Text);
        Assert.Equal(new ArticleStory(first, 1, first), await Find(finder, first, "rewritten " + Text.Replace("word", "other", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Find_AfterTheWindow_IsANewStory()
    {
        await using var database = await TestDatabase.Create();
        var (finder, first, second) = (Finder(database), Guid.NewGuid(), Guid.NewGuid());
        await Find(finder, first, Text);
        database.Time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(second, (await Find(finder, second, Text))!.Id);
    }

    [Fact]
    public async Task Find_ShortTexts_MustBeNearlyTheSame()
    {
        await using var database = await TestDatabase.Create();
        var (finder, first) = (Finder(database), Guid.NewGuid());
        await Find(finder, first, "Rain is expected in the north today.", "Weather");
        Assert.Equal(2, (await Find(finder, Guid.NewGuid(), "Rain is expected in the north today.", "Weather"))!.Size);
        Assert.Equal(1, (await Find(finder, Guid.NewGuid(), "Rain is expected in the south today.", "Weather"))!.Size);
    }

    [Fact]
    public async Task Find_OffOrWithoutText_IsNone()
    {
        await using var database = await TestDatabase.Create();
        Assert.Null(await Find(Finder(database, days: 0), Guid.NewGuid(), Text));
        Assert.Null(await Find(Finder(database), Guid.NewGuid(), "", "Two words"));
    }

    [Fact]
    public async Task Forget_LeavesWhatIsInTheWindow()
    {
        await using var database = await TestDatabase.Create();
        var finder = Finder(database);
        await Find(finder, Guid.NewGuid(), Text);
        database.Time.Advance(TimeSpan.FromDays(5));
        var late = Guid.NewGuid();
        await Find(finder, late, Text.Replace("word", "late", StringComparison.Ordinal));
        database.Time.Advance(TimeSpan.FromDays(3));
        var store = new StoryStore(database.Database, database.Time);
        Assert.Equal(1, await store.Forget(TimeSpan.FromDays(7), bytes => MinHash.FromBytes(bytes).BandHashes(), CancellationToken.None));
        Assert.Equal(MinHash.Bands, await database.Count("story_bands"));
        Assert.Equal(2, (await Find(finder, Guid.NewGuid(), Text.Replace("word", "late", StringComparison.Ordinal)))!.Size);
    }

    [Fact]
    public async Task Find_CopiesThatComeAtOnce_AreOneStory()
    {
        await using var database = await TestDatabase.Create();
        var finder = Finder(database);
        var stories = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Find(finder, Guid.NewGuid(), Text)));
        Assert.Single(stories.Select(story => story!.Id).Distinct());
        Assert.Equal(Enumerable.Range(1, 20), stories.Select(story => story!.Size).Order());
    }

    /// <summary>
    /// Real articles and what agencies' customers make of them: a paragraph of boilerplate appended, numbers and lead rewritten, the last fifth cut. At
    /// least 95 of 100 are recognised, and of the articles themselves less than one in a hundred is taken for another.
    /// </summary>
    [CorporaTheory]
    [InlineData("boilerplate")]
    [InlineData("update")]
    [InlineData("cut")]
    public async Task Find_EditedCopiesOfRealArticles_AreRecognised(string edit)
    {
        await using var database = await TestDatabase.Create();
        var finder = Finder(database);
        var articles = CorpusFiles.Rows(Corpora.PathOf("topics", "dev", "lgl_articles.jsonl.gz")).Select(row => row.Text ?? "").Where(text => text.Length > 600).ToArray();
        var originals = new List<Guid>();
        var wrong = 0;
        foreach (var text in articles)
        {
            var id = Guid.NewGuid();
            var story = (await Find(finder, id, text))!;
            originals.Add(story.Id);
            wrong += story.Id != id && Jaccard(text, articles[originals.IndexOf(story.Id)]) < 0.5 ? 1 : 0;
        }

        Assert.True(wrong <= articles.Length / 100, $"{wrong} of {articles.Length} taken for another");
        var found = 0;
        for (var number = 0; number < articles.Length; number++)
            found += (await Find(finder, Guid.NewGuid(), Edited(articles[number], edit)))!.Id == originals[number] ? 1 : 0;
        Assert.True(found >= 0.95 * articles.Length, $"{found} of {articles.Length} recognised");
    }

    private static double Jaccard(string one, string other)
    {
        HashSet<ulong> a = [.. Shingles.Of(one)], b = [.. Shingles.Of(other)];
        var common = a.Count(b.Contains);
        return common / (double)(a.Count + b.Count - common);
    }

    private static string Edited(string text, string edit) => edit switch
    {
        "boilerplate" => text + " This report was first published by our partner agency, all rights reserved. Sign up for our newsletter to get the day's stories in your inbox every morning.",
        "update" => "Officials said on Tuesday that the figures had been revised after new information was received. "
            + string.Concat(text[(text.IndexOf(". ", StringComparison.Ordinal) + 1)..].Select(c => char.IsAsciiDigit(c) ? (char)('0' + ((c - '0' + 3) % 10)) : c)),
        _ => text[..(text.Length * 4 / 5)],
    };
}
