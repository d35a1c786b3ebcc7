using Dateline.Worker.Articles.Extraction;

namespace Dateline.Worker.Tests.Articles.Extraction;

public class BoilerplateTests
{
    [Theory]
    [InlineData("<p>Sign up for our daily newsletter</p>")]
    [InlineData("<p>Subscribe to the Harbour Post</p><p>Know what moves your town.</p><p>SUBSCRIBE NOW</p>")]
    [InlineData("<div>Subscribe to the Harbour Post</div><div>Know what moves your town.</div><div>SUBSCRIBE NOW</div>")]
    [InlineData("<section><p>Subscribe to the Harbour Post</p></section><section><p>All that moves the town.</p></section><section><a href='/s'>Subscribe and save</a></section>")]
    [InlineData("<div><h3>Subscribe</h3><div>The news that matters, as it happens.</div></div>")]
    [InlineData("<p>Newsletter abonnieren und jeden Morgen den \u00DCberblick per E-Mail erhalten</p>")]
    [InlineData("<p>Follow us on Facebook</p><p>Share this article</p>")]
    [InlineData("<p>Advertisement</p>")]
    [InlineData("<p>Read more: <a href='/x'>The last ferry that ran aground here</a></p>")]
    [InlineData("<p>(Photo: Jo Lens/AFP)</p>")]
    [InlineData("<p>\u00A9 2015 Harbour Post. All rights reserved.</p>")]
    [InlineData("<ul><li><a href='/1'>Another story altogether</a></li><li><a href='/2'>And yet one more story</a></li></ul>")]
    [InlineData("<p>Unfortunately, this video is not available in your region.</p>")]
    [InlineData("<p>Your browser doesn't support HTML5 audio.</p>")]
    [InlineData("<p>Request failed. Try again.</p>")]
    [InlineData("<div class='g-artboard' id='g-chart-600'><p>Passengers a year</p><p>900 thousand in the year of the flood, which was the highest number that was ever counted here</p><p>300</p></div>")]
    [InlineData("<nav><p>Home and other places that one can go to from here, of which there are many, many more.</p></nav>")]
    [InlineData("<aside><p>An aside that has nothing to do with the ferry and much to do with selling something else.</p></aside>")]
    [InlineData("<div class='related-stories'><p>More about harbours that have been closed in other years for other reasons than this.</p></div>")]
    [InlineData("<div hidden><p>This was never meant to be seen by anybody who reads the page, nor by anything else.</p></div>")]
    public void Extract_Boilerplate_IsNoText(string around)
    {
        Assert.Equal(Page.Text, Page.WithBody(around).Text);
        Assert.Equal(Page.Text, Page.WithBody("", around).Text);
    }

    [Theory]
    [InlineData("<p>By Ann Scribe</p><p>Published 16 November 2015</p>")]
    [InlineData("<div><span>Ann Scribe</span> <span>16.11.2015</span></div>")]
    [InlineData("<h2>Ferry aground</h2>")]
    [InlineData("<p>Home</p><p>News</p>")]
    public void Extract_LinesBeforeTheText_AreNoText(string before) =>
        Assert.Equal(Page.Text, Page.Extract($"<html><head><meta name='author' content='Ann Scribe'></head><body><article><h1>Ferry aground</h1>{before}{Page.Paragraphs}</article></body></html>").Text);

    [Theory]
    [InlineData("<h2>What happens next</h2>")]
    [InlineData("<h3>More stories</h3>")]
    [InlineData("<p>Topics: harbours</p>")]
    [InlineData("<p>Explore more</p><p>Harbours</p><p>Ferries</p>")]
    public void Extract_LabelsAfterTheText_AreNoText(string after) => Assert.Equal(Page.Text, Page.WithBody("", after).Text);

    [Theory]
    [InlineData("<p>\u201CWe were lucky,\u201D the captain said.</p>")]
    [InlineData("<p>The owner offers a newsletter on its delays, which had not warned anybody of this one.</p>")]
    [InlineData("<p>Photographs of the ferry show it upright.</p>")]
    [InlineData("<p>The video is not authentic, the coast guard said.</p>")]
    [InlineData("<p>JavaScript is what the ferry's timetable runs on.</p>")]
    [InlineData("<p>Passengers can subscribe to warnings.</p>")]
    [InlineData("<blockquote>It stopped, and then it was quiet.</blockquote>")]
    [InlineData("<p>Ann Tiller, the harbour master, is a former editor of its paper and writes its notices.</p><p>The work goes on tonight.</p>")]
    public void Extract_ShortParagraphsOfTheArticle_Stay(string after)
    {
        var text = Page.WithBody("", after).Text;

        Assert.StartsWith(Page.Text + "\n\n", text, StringComparison.Ordinal);
        Assert.Equal(after.Split("</p>").Length - 1 + (after.Contains("blockquote") ? 1 : 0), text.Split("\n\n").Length - 2);
    }

    [Theory]
    [InlineData("Ann Scribe is a reporter at the Harbour Post.", true)]
    [InlineData("Ann has covered the coast for the Post since 2008.", true)]
    [InlineData("Scribe joined the paper as an editor.", true)]
    [InlineData("About the author: Ann Scribe writes about ships.", true)]
    [InlineData("Anna Kemp is a reporter at the Harbour Post.", false)]
    [InlineData("Ann Scribe saw the ferry from her window.", false)]
    [InlineData("The ferry was built by Ann Scribe, an editor.", false)]
    public void Tells_Paragraph_OpensWithTheAuthorAndACareer(string text, bool tells) => Assert.Equal(tells, AuthorBiography.Tells(text, ["Ann Scribe"]));

    [Theory]
    [InlineData("Ann Scribe is a senior editor at The Week, where she runs the night desk.", true)]
    [InlineData("The writer is a professor of tides at the harbour school.", true)]
    [InlineData("The writer was seen on the pier.", false)]
    [InlineData("Ann Scribe, a harbour master, said that the ferry will be moved.", false)]
    [InlineData("\u201CI am no writer,\u201D said Ann Scribe.", false)]
    public void TellsOfSomeWriter_Paragraph_IsThatOfAByline(string text, bool tells) => Assert.Equal(tells, AuthorBiography.TellsOfSomeWriter(text));
}
