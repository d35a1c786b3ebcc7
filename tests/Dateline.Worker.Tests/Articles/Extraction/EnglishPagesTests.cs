namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>What English news pages put between and around an article's paragraphs: what is the article's stays, the rest goes.</summary>
public class EnglishPagesTests
{
    private const string More = "<p>The tide was expected at nine in the evening, and two tugs had been ordered from the next harbour along the coast to pull.</p>";

    private const string MoreText = "The tide was expected at nine in the evening, and two tugs had been ordered from the next harbour along the coast to pull.";

    [Theory]
    [InlineData("<h2>What the captain said</h2>", "What the captain said")]
    [InlineData("<h3><strong>9:45 a.m.</strong> Tugs arrive at the sandbank</h3>", "9:45 a.m. Tugs arrive at the sandbank")]
    [InlineData("<ul><li>Two boats from the lifeboat station</li><li>One tug</li></ul>", "Two boats from the lifeboat station\n\nOne tug")]
    [InlineData("<ol><li>Stay on deck.</li><li>Wait for the boats.</li></ol>", "Stay on deck.\n\nWait for the boats.")]
    [InlineData("<blockquote><p>It stopped, and then it was quiet.</p></blockquote>", "It stopped, and then it was quiet.")]
    [InlineData("<blockquote class='twitter-tweet'><p>The ferry is fast on the bank, all are safe and well.</p></blockquote>", "The ferry is fast on the bank, all are safe and well.")]
    [InlineData("<table><tr><th>Year</th><th>Ferries aground</th></tr><tr><td>2014</td><td>3</td></tr></table>", "Year Ferries aground\n\n2014 3")]
    [InlineData("<p>\"Are we safe?\" she asked.</p>", "\"Are we safe?\" she asked.")]
    [InlineData("<p>No.</p>", "No.")]
    [InlineData("<p>Sign up for the regatta on the pier. Crews who do so by Friday pay half, and every boat gets a number and a pennant.</p>", "Sign up for the regatta on the pier. Crews who do so by Friday pay half, and every boat gets a number and a pennant.")]
    [InlineData("<p>When: March 14, 7 p.m.</p>", "When: March 14, 7 p.m.")]
    [InlineData("<p>March 14, 7 p.m.: Tugs arrive</p>", "March 14, 7 p.m.: Tugs arrive")]
    [InlineData("<p>Photographs by the coast guard show the ferry upright.</p>", "Photographs by the coast guard show the ferry upright.")]
    public void Extract_PartsOfTheArticle_StayInTheirPlace(string part, string text) => Assert.Equal($"{Page.Text}\n\n{text}\n\n{MoreText}", Page.WithBody("", part + More).Text);

    [Theory]
    [InlineData("<p><strong>Read more: </strong><a href='/1'>The last ferry that ran aground here</a></p>")]
    [InlineData("<p><a href='/1'><strong>READ: The last ferry that ran aground here, ten years ago</strong></a></p>")]
    [InlineData("<div class='related-links'><h4>Related</h4><ul><li><a href='/1'>Harbour closed before</a></li></ul></div>")]
    [InlineData("<div class='newsletter-signup'><h3>The morning briefing</h3><p>All that moves the coast, every day in your inbox, for free and for as long as you like.</p></div>")]
    [InlineData("<div><p>Sign up to our morning newsletter</p><p>All that moves the coast.</p><p>Sign up</p></div>")]
    [InlineData("<figure><img src='/f.jpg'><figcaption>The ferry on its sandbank, seen from the pier on Tuesday morning at low tide.</figcaption></figure>")]
    [InlineData("<p>ADVERTISEMENT</p>")]
    [InlineData("<div class='ai-summary'><p>The harbour is closed for a ferry that lies on a sandbank. This summary was written by a machine.</p></div>")]
    [InlineData("<p><img src='/f.jpg'><br><em>The ferry on its sandbank. Photo: Jo Lens</em></p>")]
    [InlineData("<div class='Box_b__77'><p>Stay on course</p><p>One letter every Friday with the best that we have written.</p><input type='email'><button>Join</button></div>")]
    [InlineData("<p>Photograph by Jo Lens, Harbour Pictures</p>")]
    [InlineData("<p>Article continues below</p>")]
    [InlineData("<p>Story continues below advertisement</p>")]
    [InlineData("<div class='video-player'><button>Play video</button><p class='caption'>Watch: the ferry from above, as filmed by a fisherman</p></div>")]
    [InlineData("<aside><h4>At a glance</h4><p>Ferries: twelve. Sandbanks: one that counts, and several more that do not yet.</p></aside>")]
    public void Extract_BoxesBetweenParagraphs_AreNoText(string box) => Assert.Equal($"{Page.Text}\n\n{MoreText}", Page.WithBody("", box + More).Text);

    [Theory]
    [InlineData("<div class='author-bio'><p>Ann Scribe writes about ships and has been a reporter at the Harbour Post since 2008.</p></div>")]
    [InlineData("<p>Ann Scribe is a reporter at the Harbour Post. Follow her on Twitter @annscribe.</p>")]
    [InlineData("<p>Email Ann Scribe at ann@post.example</p>")]
    [InlineData("<p>Follow @harbourpost on Twitter</p>")]
    [InlineData("<p>This story was originally published on the Harbour Post.</p>")]
    [InlineData("<section id='comments'><h3>2 comments</h3><div class='comment'><p>I was there and saw it all, from the pier, and it was a sight to see, believe me.</p></div></section>")]
    [InlineData("<div class='tags'><a href='/t/1'>Harbours</a> <a href='/t/2'>Ferries</a></div>")]
    [InlineData("<div><h3>Most read</h3><ol><li><a href='/1'>One story of the day</a></li><li><a href='/2'>Another story of the day</a></li></ol></div>")]
    [InlineData("<p>Copyright 2015 Harbour Post. All rights reserved.</p>")]
    [InlineData("<p>Have a tip? Write to us.</p>")]
    [InlineData("<p>This entry was posted in Ships on Tuesday by Ann Scribe.</p>")]
    public void Extract_WhatFollowsTheArticle_IsNoText(string after) => Assert.Equal(
        Page.Text, Page.Extract($"<html><head><meta name='author' content='Ann Scribe'></head><body><article><h1>Ferry aground</h1>{Page.Paragraphs}{after}</article></body></html>").Text);

    [Fact]
    public void Extract_AdviceInABoxWithAParagraph_TakesNeitherAway()
    {
        const string Advice = "Sign up for storm warnings. Skippers who get one by telephone are twice as likely to stay in port.";
        Assert.Equal($"{MoreText}\n\n{Advice}\n\n{Page.Text}", Page.WithBody($"<div>{More}<p><strong>Sign up for storm warnings.</strong> Skippers who get one by telephone are twice as likely to stay in port.</p></div>").Text);
    }

    [Fact]
    public void Extract_BiographyOfAnAuthorWithATitle_IsNoText() => Assert.Equal(Page.Text, Page.Extract(
        $"<html><head><meta name='author' content='Dr. Ann Scribe'></head><body><article><h1>Ferry aground</h1>{Page.Paragraphs}<p>Ann Scribe writes about ships and harbours in Leeds.</p></article></body></html>").Text);

    [Fact]
    public void Extract_LiveBlog_KeepsItsEntriesInOrder()
    {
        var entries = string.Concat(Enumerable.Range(1, 5).Select(number => $"<article class='live-entry'><time>1{number}:00</time><h3>Entry {number} of the day</h3><p>At the hour of {number} the ferry was still on the sandbank, and the tugs were waiting for the tide.</p></article>"));
        var text = Page.Extract($"<html><body><main><h1>Ferry aground: live</h1>{entries}</main></body></html>").Text;

        Assert.All(Enumerable.Range(1, 5), number => Assert.Contains($"At the hour of {number} ", text, StringComparison.Ordinal));
        Assert.True(text.IndexOf("hour of 2", StringComparison.Ordinal) < text.IndexOf("hour of 4", StringComparison.Ordinal));
    }
}
