using Dateline.Contracts;
using Dateline.Worker.Classification;
using Dateline.Worker.Demo;

namespace Dateline.Worker.Tests.Classification;

/// <summary>One story told four ways: Iraq, Syria and France are what it is about, four more countries are named.</summary>
public class ParisTests
{
    public static TheoryData<string, string> Tellings => new()
    {
        { "What the Paris attack has taught us about ISIS", string.Join("\n\n", DemoArticle.ReadAll().Single(article => article.Slug == "world-paris").Paragraphs) },
        {
            "After the Paris killings, what do we know of ISIS?",
            """
            As gunmen of the Islamic State murdered at least 132 people in Paris last Friday, the group was losing Sinjar, a town in Iraq on the road that links its
            strongholds of Mosul, Iraq, and Raqqa, Syria. Coalition airstrikes killed more than 200 of its fighters. It has also been blamed for bombings in Lebanon
            and in Turkey and for the Russian airliner that fell over Egypt.

            A defector who spoke with the writer Michael Weiss in Istanbul described how recruits from abroad are picked, drilled and sent back.
            """
        },
        {
            "ISIS struck in Paris on the day it lost a town in Iraq",
            """
            On the Friday on which terrorists loyal to ISIS killed 132 people in Paris, Kurdish fighters and coalition jets drove the Islamic State out of Sinjar in
            northern Iraq. The town lies between Raqqa in Syria, where the group has its headquarters, and the Iraqi city of Mosul. The attacks in France came two weeks
            after a Russian passenger jet was bombed over Egypt and days after blasts in Beirut, Lebanon. Turkey had been hit in October.

            Michael Weiss of The Daily Beast met a man in Istanbul who says that he fled from the Syrian ranks of the group.
            """
        },
        {
            "Lessons of the Paris massacre",
            """
            More than 130 people died in Paris on Friday when at least eight attackers of the Islamic State opened fire. That same day airstrikes helped to push ISIS out
            of Sinjar, Iraq, cutting the road from Raqqa, its capital in Syria, to Mosul, its largest city in Iraq. Over 200 militants were killed.

            Suicide bombers had struck in Lebanon the day before, Turkey was attacked a month ago, and the group says that it brought down a Russian plane over Egypt. A
            Syrian defector, interviewed in Istanbul, told of the training that foreign fighters receive before they go home.
            """
        },
    };

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Classify_EachTelling_IsConflictInThreeCountries(string title, string text)
    {
        var tags = BuiltIn.Classify(title, text);

        Assert.Equal("conflict", tags.Topics[0].Slug);
        Assert.Equal("en", tags.Language);
        Assert.Equal(["FR", "IQ", "SY"], Codes(tags, Region.Focus));
        Assert.Equal(["EG", "LB", "RU", "TR"], Codes(tags, Region.Mention));
    }

    private static IEnumerable<string> Codes(Tags tags, string role) =>
        tags.Regions.Where(region => region.Role == role).Select(region => region.Code).Order(StringComparer.Ordinal);
}
