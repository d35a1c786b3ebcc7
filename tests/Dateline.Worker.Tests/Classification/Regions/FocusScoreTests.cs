using Dateline.Worker.Classification.Regions;

namespace Dateline.Worker.Tests.Classification.Regions;

public class FocusScoreTests
{
    private const int TitleEnd = 40;

    private static readonly string Text = new('x', 3_000);

    [Fact]
    public void Of_FurtherBack_WeighsLess()
    {
        double[] scores = [.. new[] { 0, TitleEnd + 50, TitleEnd + 500, TitleEnd + 2_000 }.Select(start => FocusScore.Of(At(start, PlaceKind.Country), Text, TitleEnd))];

        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(4, scores.Distinct().Count());
    }

    [Fact]
    public void Of_CountryItself_WeighsMoreThanItsCitiesAndItsPeople() =>
        Assert.True(FocusScore.Of(At(0, PlaceKind.Country), Text, TitleEnd) > FocusScore.Of(At(0, PlaceKind.City), Text, TitleEnd)
            && FocusScore.Of(At(0, PlaceKind.City), Text, TitleEnd) > FocusScore.Of(At(0, PlaceKind.Person), Text, TitleEnd));

    [Fact]
    public void Of_Dateline_WeighsLessThanTheLead() =>
        Assert.True(FocusScore.Of(At(TitleEnd + 1, PlaceKind.City), new string('X', 3_000), TitleEnd) < FocusScore.Of(At(TitleEnd + 1, PlaceKind.City), Text, TitleEnd));

    [Fact]
    public void LeastShare_NamedInTitle_NeedsLeastAndBehindTheLeadMost()
    {
        var inTitle = FocusScore.LeastShare(-TitleEnd, namedInTitle: true);
        var inLead = FocusScore.LeastShare(10, namedInTitle: false);
        var behind = FocusScore.LeastShare(900, namedInTitle: false);

        Assert.True(inTitle < inLead && inLead < behind && behind < 1);
    }

    private static Mention At(int start, PlaceKind kind) => new(0, start, start + 5, kind);
}
