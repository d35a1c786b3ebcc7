namespace Dateline.Worker.Tests.Classification.Regions;

/// <summary>
/// Twenty headlines in each of 25 languages that name one country, by its name in any case, its adjective or its capital. In Vietnamese, France,
/// Germany and Britain at the start of a sentence are also common words, and left alone.
/// </summary>
public class HeadlineTests
{
    private static readonly (string Language, string Code, string Text)[] Headlines = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "headlines.tsv"))
        .Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1], parts[2]))];

    public static TheoryData<string> Languages => [.. Headlines.Select(headline => headline.Language).Distinct()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Classify_AHeadline_NamesItsCountryAndHardlyAnyOther(string language)
    {
        var headlines = Headlines.Where(headline => headline.Language == language).ToArray();
        var found = headlines.Select(headline => BuiltIn.Classify(headline.Text, "", language).Regions.Select(region => region.Code).ToArray()).ToArray();
        var missed = headlines.Where((headline, index) => !found[index].Contains(headline.Code)).Select(headline => headline.Text).ToArray();
        Assert.Equal(20, headlines.Length);
        Assert.True(missed.Length <= (language == "vi" ? 3 : 0), string.Join("; ", missed));
        Assert.True(found.Sum(codes => codes.Length) <= 21);
    }
}
