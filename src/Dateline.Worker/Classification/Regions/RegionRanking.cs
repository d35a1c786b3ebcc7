using Dateline.Contracts;

namespace Dateline.Worker.Classification.Regions;

/// <summary>Puts the countries that a text names in order and tells which of them it is about. Reused from text to text; not for two threads at once.</summary>
internal sealed class RegionRanking(Gazetteer gazetteer)
{
    /// <summary>Forms that stand as evidence for a country at most.</summary>
    private const int MostEvidence = 5;

    private readonly List<Named> countries = [];
    private readonly List<Form> forms = [];

    /// <summary>Focus before mention, the most prominent first, each with the forms that named it.</summary>
    public Region[] Rank(RegionText text, List<Mention> mentions)
    {
        countries.Clear();
        foreach (var mention in mentions)
            Count(mention, FocusScore.Of(mention, text.Whole, text.TitleEnd), text.TitleEnd);
        countries.Sort(static (one, other) => one.Score != other.Score ? other.Score.CompareTo(one.Score)
            : one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.Order.CompareTo(other.Order));

        var regions = new Region[countries.Count];
        for (var rank = 0; rank < regions.Length; rank++)
        {
            var named = countries[rank];
            var least = FocusScore.LeastShare(named.Start - text.TitleEnd, named.InTitle) * countries[0].Score;
            var role = rank < FocusScore.MostInFocus && named.Score >= least ? Region.Focus : Region.Mention;
            regions[rank] = gazetteer.Region(named.Country, role, named.Score / (named.Score + 1), Evidence(named.Country, text, mentions));
        }

        return regions;
    }

    private void Count(Mention mention, double score, int titleEnd)
    {
        var inTitle = mention.Start < titleEnd && mention.Kind == PlaceKind.Country;
        for (var i = 0; i < countries.Count; i++)
        {
            if (countries[i] is var known && known.Country == mention.Country)
            {
                countries[i] = known with { Score = known.Score + score, Start = Math.Min(known.Start, mention.Start), InTitle = known.InTitle || inTitle };
                return;
            }
        }

        countries.Add(new Named(mention.Country, score, mention.Start, inTitle, countries.Count));
    }

    private string[] Evidence(int country, RegionText text, List<Mention> mentions)
    {
        forms.Clear();
        foreach (var mention in mentions)
        {
            if (mention.Country == country)
                Count(text.Whole, mention, FocusScore.Of(mention, text.Whole, text.TitleEnd));
        }

        forms.Sort(static (one, other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : one.Start.CompareTo(other.Start));
        var evidence = new string[Math.Min(forms.Count, MostEvidence)];
        for (var i = 0; i < evidence.Length; i++)
            evidence[i] = text.Whole[forms[i].Start..forms[i].End].ToString();
        return evidence;
    }

    private void Count(ReadOnlySpan<char> text, Mention mention, double score)
    {
        for (var i = 0; i < forms.Count; i++)
        {
            if (forms[i] is var known && text[known.Start..known.End].SequenceEqual(text[mention.Start..mention.End]))
            {
                forms[i] = known with { Score = known.Score + score };
                return;
            }
        }

        forms.Add(new Form(mention.Start, mention.End, score));
    }

    private readonly record struct Named(int Country, double Score, int Start, bool InTitle, int Order);

    private readonly record struct Form(int Start, int End, double Score);
}
