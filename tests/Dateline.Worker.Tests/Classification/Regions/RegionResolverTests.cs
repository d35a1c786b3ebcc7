using Dateline.Contracts;

namespace Dateline.Worker.Tests.Classification.Regions;

public class RegionResolverTests
{
    [Theory]
    [InlineData("Peruvian lawmakers back new senate", "PE")]
    [InlineData("Ivorian cocoa farmers await rain", "CI")]
    [InlineData("The Dutch vote on Wednesday", "NL")]
    [InlineData("Emirati minister visits Kyrgyz mine", "AE KG")]
    [InlineData("South Korean and North Korean envoys meet", "KR KP")]
    [InlineData("Congo's army retakes Goma", "CD")]
    [InlineData("Equatorial Guinea and Guinea-Bissau sign fishing deal", "GQ GW")]
    public void Resolve_DemonymsAndNames_NamesTheirCountries(string text, string codes) => Named(codes, text);

    [Theory]
    [InlineData("Protests in Nairobi as bread prices rise", "KE")]
    [InlineData("Talks in Ouagadougou and Antananarivo end", "BF MG")]
    [InlineData("Snow closes the airport of Ulaanbaatar", "MN")]
    [InlineData("Ministers fly to Tirana", "AL")]
    public void Resolve_Capitals_NamesTheirCountries(string text, string codes) => Named(codes, text);

    [Theory]
    [InlineData("Georgia elects a governor as Atlanta counts its votes", "US")]
    [InlineData("Georgia accuses Russia of moving the border near Tbilisi", "GE RU")]
    [InlineData("Jordan reopens its border with Syria", "JO SY")]
    [InlineData("Michael Jordan buys a racing team. Jordan said that he was happy.", "")]
    [InlineData("Turkey raises the retirement age", "TR")]
    [InlineData("How to roast a turkey sandwiches and all", "")]
    [InlineData("Rebels in Chad lay down their arms near N'Djamena", "TD")]
    [InlineData("Chad Smith returns to the band, and Smith plays drums", "")]
    [InlineData("Tornado hits Paris, Texas", "US")]
    [InlineData("Tornado near Lebanon, Pa., damages barns", "US")]
    [InlineData("Fire in London, Ontario", "CA")]
    [InlineData("Paris Hilton opens a shop", "")]
    public void Resolve_Homographs_ReadsTheirNeighbours(string text, string codes) => Named(codes, text);

    [Theory]
    [InlineData("Knesset votes down the budget", "IL")]
    [InlineData("Sheinbaum meets the governors", "MX")]
    [InlineData("Boko Haram frees eleven teachers", "NG")]
    [InlineData("A record night at the Grammys", "US")]
    [InlineData("Bundestag lifts the debt brake", "DE")]
    [InlineData("Tatmadaw shells the camps again", "MM")]
    [InlineData("All Blacks lose at home", "NZ")]
    [InlineData("The KAC 40 of nowhere", "")]
    public void Resolve_Institutions_NamesTheirCountries(string text, string codes) => Named(codes, text);

    [Theory]
    [InlineData("Police seize US$313 million", "")]
    [InlineData("A fine of US$ 40 in the US", "US")]
    [InlineData("Johnson & Jackson open a shop", "")]
    public void Resolve_CurrenciesAndFirms_AreNoPlaces(string text, string codes) => Named(codes, text);

    [Theory]
    [InlineData("Israel Adopts Divisive Law After Long Night", "IL")]
    [InlineData("China Evergrande Misses Another Payment", "CN")]
    [InlineData("Jordan Peterson Opens Another Shop", "")]
    public void Resolve_CountryBeforeACapitalInAHeadline(string title, string codes) =>
        Assert.Equal(codes, string.Join(' ', BuiltIn.Classify(title, "", "en").Regions.Select(region => region.Code)));

    [Theory]
    [InlineData("Turkey prices rise", "Shoppers pay more for turkey this week as flu thins the flocks.", "")]
    [InlineData("Turkey raises prices", "The government in Ankara announced it on Monday.", "TR")]
    [InlineData("Jordan scores 30", "Guard Jordan Marsh hit six threes.", "")]
    [InlineData("Jordan scores", "The guard Jordan Marsh, born in Jordan, hit six threes.", "JO")]
    [InlineData("Player Wears A Teammate's Jersey Before The Match", "He had asked for it.", "")]
    [InlineData("More Than 600 Dogs Rescued In Georgia", "The owner told the sheriff that he needed help.", "US")]
    [InlineData("Georgia votes", "Parliamentary elections began at eight.", "GE")]
    public void Resolve_WordOrNameByStyle_FollowsTheText(string title, string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', BuiltIn.Classify(title, text, "en").Regions.Select(region => region.Code)));

    [Theory]
    [InlineData("Gulf carriers order jets", "")]
    [InlineData("A planet the size of Jupiter", "")]
    [InlineData("A storm in Jupiter, Florida", "US")]
    [InlineData("NYC fires a thousand workers", "US")]
    [InlineData("LA FERIA DE ABRIL", "")]
    [InlineData("A play on Broadway", "US")]
    [InlineData("Carrefour closes shops", "FR")]
    [InlineData("Gangs take Carrefour, south of Port-au-Prince in Haiti", "HT")]
    [InlineData("The Labour Party elects its leader", "")]
    [InlineData("The Labour Party of New Zealand elects its leader", "NZ")]
    [InlineData("The Dominican Republic and a Dominican singer", "DO")]
    public void Resolve_NamesOfOtherThings_DoNotHideCountries(string text, string codes) => Named(codes, text);

    [Fact]
    public void Resolve_InstitutionFarBehindTheLead_NeedsItsCountryNamed()
    {
        var text = "Heavy rain flooded the port of Mombasa in Kenya and closed its roads. " + string.Concat(Enumerable.Repeat("Families waited on roofs for the boats to come and take them away. ", 5));

        Assert.Equal(["KE"], BuiltIn.Classify("Flood closes a port", text + "A report by Deutsche Bank said the harbour was old.", "en").Regions.Select(region => region.Code));
        Assert.Equal(["DE", "KE"], BuiltIn.Classify("Flood closes a port", text + "Deutsche Bank, which lends for Germany, said so.", "en").Regions.Select(region => region.Code).Order());
    }

    [Theory]
    [InlineData("Rafael López Aliaga quits as a mayor", "")]
    [InlineData("Governor Anyang' Nyong'o asked for relief", "")]
    [InlineData("Mr. Lincoln and Mrs. Sydney Brown signed the letter", "")]
    [InlineData("The actress Brooklyn Decker wore green", "")]
    [InlineData("Israel Vázquez won on points", "")]
    public void Resolve_PersonsNames_NamesNoPlace(string text, string codes) => Named(codes, text);

    [Theory]
    [InlineData("Floods along the river in Ohio and Kentucky", "US")]
    [InlineData("A school in Portland, Ore., closes", "US")]
    [InlineData("Farmers in Uttar Pradesh and in Queensland", "IN AU")]
    public void Resolve_StatesAndProvinces_NamesTheirCountries(string text, string codes) => Named(codes, text);

    [Theory]
    [InlineData("The Kremlin denies the report", "RU")]
    [InlineData("The White House welcomes the deal", "US")]
    [InlineData("Downing Street and the Bundestag comment", "GB DE")]
    [InlineData("The Knesset passed the law", "IL")]
    public void Resolve_Institutions_StandForTheirCountries(string text, string codes) => Named(codes, text);

    [Theory]
    [InlineData("ru", "Президент Франции прилетел в Пекин на переговоры с властями Китая", "FR CN")]
    [InlineData("ar", "وزير خارجية مصر يزور السودان", "EG SD")]
    [InlineData("zh", "法国总统访问埃及", "FR EG")]
    [InlineData("ja", "フランスの大統領がエジプトを訪問した", "FR EG")]
    [InlineData("ja", "マインドの話", "")]
    [InlineData("hi", "भारत और नेपाल के बीच समझौता", "IN NP")]
    [InlineData("uk", "Президент Польщі прибув до Києва", "PL UA")]
    [InlineData("de", "Die Schweiz und Österreich schließen die Grenze", "CH AT")]
    [InlineData("fr", "La Nouvelle-Zélande et les Pays-Bas signent un accord", "NZ NL")]
    [InlineData("fr", "Une nice journée", "")]
    public void Resolve_OtherLanguages_ReadsTheirForms(string language, string text, string codes) => Named(codes, text, language);

    [Fact]
    public void Resolve_OneNamedInTitleOthersAtTheEnd_FocusesOnTheFirst()
    {
        var text = string.Concat(Enumerable.Repeat("The parliament debated the budget for most of the night and went home at dawn. ", 6))
            + "Delegations from Peru, Norway and Vietnam watched.";

        var regions = BuiltIn.Classify("Kenya passes its budget after a night of debate", $"Kenyan lawmakers passed the budget in Nairobi. {text}").Regions;

        Assert.Equal("KE", Assert.Single(regions, region => region.Role == Region.Focus).Code);
        Assert.Equal(["NO", "PE", "VN"], regions.Where(region => region.Role == Region.Mention).Select(region => region.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Resolve_TwoNamedInTitle_FocusesOnBothHoweverOftenOneIsNamedAfterwards()
    {
        var regions = BuiltIn.Classify(
            "Argentina and Chile create a marine park", "The governments of Argentina and Chile agreed. Buenos Aires, Ushuaia and Rosario will send boats; Argentine rangers will count whales.").Regions;

        Assert.Equal(["AR", "CL"], regions.Where(region => region.Role == Region.Focus).Select(region => region.Code));
    }

    [Fact]
    public void Resolve_ManyNamed_FocusesOnFourAtMost()
    {
        var regions = BuiltIn.Classify("Kenya, Peru, Norway, Vietnam, Ghana and Nepal sign a treaty", language: "en").Regions;

        Assert.Equal(6, regions.Count);
        Assert.Equal(4, regions.Count(region => region.Role == Region.Focus));
    }

    [Fact]
    public void Resolve_Region_HasItsPlaceInUnM49()
    {
        var region = Assert.Single(BuiltIn.Classify("Iraqi troops leave Mosul").Regions);

        Assert.Equal(("IQ", "Iraq", "western-asia", "asia"), (region.Code, region.Name, region.Subregion, region.Continent));
        Assert.Equal(["Mosul", "Iraqi"], region.Evidence.OrderByDescending(words => words, StringComparer.Ordinal));
    }

    [Fact]
    public void Resolve_AmbiguousCity_FollowsTheFeedsCountry()
    {
        Assert.Equal("GB", BuiltIn.Classify("Birmingham council puts up rents", feedCountry: "GB").Regions[0].Code);
        Assert.Equal("US", BuiltIn.Classify("Birmingham council puts up rents in Alabama").Regions[0].Code);
    }

    private static void Named(string codes, string text, string language = "en") => Assert.Equal(
        codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
        BuiltIn.Classify("", text, language).Regions.Select(region => region.Code).Order(StringComparer.Ordinal));
}
