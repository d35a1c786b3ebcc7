using Dateline.Worker.Articles.Extraction;

namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>What a site says to its readers, and sentences of articles that use the same words.</summary>
public class ReaderCallsTests
{
    [Theory]
    [InlineData("Listen to highlights from Harbour Radio on BBC Sounds")]
    [InlineData("Do you have a story you would like us to tell?")]
    [InlineData("Got a tip? Write to our desk.")]
    [InlineData("If you have been affected by any of the issues raised, help is there.")]
    [InlineData("Get in touch with our news team by emailing us at news@post.example.")]
    [InlineData("For more stories like this, check our news page.")]
    [InlineData("Join our Harbour Post WhatsApp community and get the news to your phone.")]
    [InlineData("Never miss a ferry again by following our WhatsApp channel.")]
    [InlineData("Stay up to date with the latest from the coast.")]
    [InlineData("Add the Harbour Post as a preferred source on Google")]
    [InlineData("Have your say in our poll")]
    [InlineData("WATCH: Ferry pulled off the sandbank")]
    [InlineData("Like what you're reading?")]
    [InlineData("Thanks for reading!")]
    [InlineData("Ann Scribe can be reached at 555-0100 or ann@post.example.")]
    [InlineData("Contact Ann Scribe at ann@post.example")]
    [InlineData("Read the full report here.")]
    [InlineData("You've read 3 articles this month.")]
    [InlineData("Our Standards: The Thomson Reuters Trust Principles.")]
    [InlineData("This website and associated papers adhere to the Independent Press Standards Organisation's Editors' Code of Practice.")]
    [InlineData("This is an archived article and its facts may be out of date.")]
    [InlineData("Views are personal.")]
    [InlineData("This entry was posted on Monday, February 2nd, 2009 at 9:12 am and is filed under Ships, Harbours and what belongs to them. You can follow any responses to this entry through the RSS 2.0 feed.")]
    [InlineData("By signing up you agree to our terms.")]
    [InlineData("Donate now")]
    [InlineData("Support independent local journalism. Become a member today.")]
    [InlineData("Listen to our podcast wherever you get your podcasts.")]
    [InlineData("What do you think? Let us know in the comments.")]
    [InlineData("(This story has not been edited by Harbour Post staff and is published from a syndicated feed.)")]
    [InlineData("Sign up for the Harbour Brief. Every morning the best stories of the coast, written by those who live there.")]
    [InlineData("Download the Harbour Post app")]
    [InlineData("This site uses cookies to offer you a better experience.")]
    [InlineData("When you buy through our links, we may earn a commission.")]
    public void IsOffer_CallToTheReader_IsOne(string text) => Assert.True(ReaderCalls.IsCall(text) || PromotionText.IsOffer(text), text);

    [Theory]
    [InlineData("By signing the accord, both sides agree to submit future disputes to a panel.")]
    [InlineData("By going to arbitration rather than to court, the company hopes for better terms from its insurers.")]
    [InlineData("For more than two decades the union's leaders would visit each harbour.")]
    [InlineData("Workers may receive compensation of up to 400 crowns.")]
    [InlineData("The boys on the site scooped the cookies from the tray, and we can all agree that cookies were needed.")]
    [InlineData("He signed off his weekly newsletter to members with a single line.")]
    [InlineData("Try to keep a shelf in the cabin free for charts.")]
    [InlineData("Sign up for a library card, which costs nothing.")]
    [InlineData("Download the supermarket app before you sail.")]
    [InlineData("Donate one coat of the two that you own.")]
    [InlineData("Support our corner shop, the harbour master says.")]
    [InlineData("Help us, she said.")]
    [InlineData("What do you think the captain saw?")]
    [InlineData("Listen to the wind before you cast off.")]
    [InlineData("Do you have a boat?")]
    [InlineData("Let us know the truth, the captain's widow said.")]
    [InlineData("Support local fishermen, the mayor asked, and buy their catch.")]
    public void IsOffer_SentenceOfAnArticle_IsNone(string text) => Assert.False(ReaderCalls.IsCall(text) || PromotionText.IsOffer(text), text);

    [Theory]
    [InlineData("Ad", true)]
    [InlineData("Ads by Google", true)]
    [InlineData("Sponsored Links", true)]
    [InlineData("Promoted", true)]
    [InlineData("Recommended Videos", true)]
    [InlineData("Advertisement \u00B7 Scroll to continue", true)]
    [InlineData("Advertisement. Scroll to continue reading.", true)]
    [InlineData("Advertisement - story continues below", true)]
    [InlineData("Open image in gallery", true)]
    [InlineData("View image in fullscreen", true)]
    [InlineData("Image 1 of 4", true)]
    [InlineData("Hide caption", true)]
    [InlineData("Gift this article", true)]
    [InlineData("Listen \u00B7 5 min", true)]
    [InlineData("5 min read", true)]
    [InlineData("Skip Advertisement", true)]
    [InlineData("Image source, Harbour Pictures", true)]
    [InlineData("Image caption, The ferry seen from the pier.", true)]
    [InlineData("In other news", true)]
    [InlineData("View this post on Instagram", true)]
    [InlineData("Loading...", true)]
    [InlineData("Loading docks were silent on Thursday night.", false)]
    [InlineData("More in sorrow than in anger, one steward resigned.", false)]
    [InlineData("More on the ferry", true)]
    [InlineData("You may like the deal or hate it, but it is done.", false)]
    [InlineData("You may also like", true)]
    [InlineData("Advertisements were torn from the walls.", false)]
    [InlineData("Ads do not pay for ferries.", false)]
    public void IsLabel_Line_IsTheWordOfAControl(string text, bool isLabel) => Assert.Equal(isLabel, PromotionText.IsLabel(text));

    [Fact]
    public void Extract_AdviceBetweenTwoOffers_Stays() =>
        Assert.Contains("A lamp costs little.", Page.WithBody("", "<p>Sign up to the coast guard's list before winter.</p><p>A lamp costs little.</p><p>Subscribe to the tide table.</p><p>Nobody was on deck, the captain said on Tuesday.</p>").Text, StringComparison.Ordinal);

    [Fact]
    public void Extract_BoxOfAPleaForMoney_IsNoText() =>
        Assert.Equal(Page.Text, Page.WithBody("", "<div><p>You've read 3 articles this month</p><p>The harbour has no other paper, and this one lives off those who read it.</p><p>Already contributed? Log in to hide these messages.</p></div>").Text);

    [Fact]
    public void Extract_LastLineOfAnAgency_StaysBesideWhatTheAgencySaysOfItself() => Assert.EndsWith(
        "\n\nReporting by Ann Scribe in New Harbour; Editing by Bob Pen and Cy Quill",
        Page.Extract($"<html><head><meta name='author' content='Ann Scribe'></head><body><article><h1>Ferry aground</h1>{Page.Paragraphs}<p>The work goes on.</p><div><p>Reporting by Ann Scribe in New Harbour; Editing by Bob Pen and Cy Quill</p><p>Our Standards: The Thomson Reuters Trust Principles.</p></div></article></body></html>").Text, StringComparison.Ordinal);

    [Fact]
    public void Extract_BoxThatEndsWithItsButton_IsNoText() =>
        Assert.Equal(Page.Text, Page.WithBody("", "<div><h3>The morning on the coast</h3><p>All that moves the harbour, in five minutes.</p><div><a href='/s'>Sign up now</a></div></div>").Text);
}
