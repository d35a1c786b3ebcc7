namespace Dateline.Worker.Tests.Classification.Regions;

/// <summary>What speaks for and against a name in English being the place that it usually is.</summary>
public class PlaceGuardsTests
{
    [Theory]
    [InlineData("Mr. Lima resigns as chairman. Lima cited his health.", "")]
    [InlineData("A prize for Professor Cordoba. On Monday Cordoba thanked his students.", "")]
    [InlineData("Dr. Chad Berlin wins award. Berlin studies the sleep of bees.", "")]
    [InlineData("Gov. Holland vetoes the bill. Holland said that it went too far.", "")]
    [InlineData("Mr. Lima flew to Peru on Monday.", "PE")]
    [InlineData("Mr. South Africa, said the posters.", "ZA")]
    [InlineData("Miss France wins the crown. France celebrates.", "FR")]
    public void Resolve_NameBehindATitle_IsAPersonInTheWholeText(string text, string codes) => Named(codes, text);

    [Theory]
    [InlineData("Two hurt in crash near London, Ont.", "CA")]
    [InlineData("LONDON, Ont. — Police close a bridge", "CA")]
    [InlineData("A storm cuts power in Sydney, N.S., overnight", "CA")]
    [InlineData("Fire destroys a mill in Cambridge, ON.", "CA")]
    [InlineData("Perth, Ont., keeps its cheese festival", "CA")]
    [InlineData("St. John's, N.L., buries its bishop", "CA")]
    [InlineData("School board of Berlin, Conn., meets", "US")]
    [InlineData("Flood in Vienna, W.Va., recedes", "US")]
    [InlineData("Barn burns near Peru, Neb., at night", "US")]
    [InlineData("In Sydney, no one was hurt", "AU")]
    [InlineData("PROTEST IN PARIS, ON MONDAY", "FR")]
    public void Resolve_NameWithItsStateOrProvince_IsThere(string text, string codes) => Named(codes, text);

    [Theory]
    [InlineData("LIMA (Reuters) - Miners went on strike on Monday.", "PE")]
    [InlineData("ADEN (AFP) - A blast hit the port.", "YE")]
    [InlineData("MALE (AP) - Voters chose a new parliament.", "MV")]
    public void Resolve_Dateline_IsAPlaceWhateverElseItMayBe(string text, string codes) => Named(codes, text);

    [Theory]
    [InlineData("Korean drama tops the charts", "KR")]
    [InlineData("North Korean envoy leaves", "KP")]
    [InlineData("Dominican pitcher signs", "DO")]
    [InlineData("Carney meets the premiers", "CA")]
    [InlineData("Lee Jae-myung takes the oath", "KR")]
    public void Resolve_NamesOfPeople_AreThoseThatTheNewsMeans(string text, string codes) => Named(codes, text);

    [Theory]
    [InlineData("Nigeria reopens its border with Niger, President Tinubu says", "NE NG")]
    [InlineData("Gunmen abduct pupils in Niger state, Nigeria says", "NG")]
    [InlineData("Belgium and Luxembourg run more trains", "BE LU")]
    public void Resolve_CountryNamedAsAnAreaOfItsNeighbour_IsTheCountry(string text, string codes) => Named(codes, text);

    private static void Named(string codes, string text) =>
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), BuiltIn.Classify("", text, "en").Regions.Select(region => region.Code).Order());
}
