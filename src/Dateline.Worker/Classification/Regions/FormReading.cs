using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Regions;

/// <summary>The country forms found in a text. Reused from text to text; not for two threads at once.</summary>
internal sealed class FormReading
{
    private readonly List<(Mention Mention, int Rank)> found = [];
    private char[] letters = [], text = [];
    private int[] starts = [], ends = [];
    private int length, count;
    private Gazetteer? gazetteer;

    public FormReading()
    {
        AddPart = (form, start, size) => AddAt(form, start, start + size);
        AddWords = Add;
    }

    public SubstringIndex<RegionForm>.Found AddPart { get; }

    public WordTrie<RegionForm>.Found AddWords { get; }

    /// <summary>The words of the text that was split last.</summary>
    public WordBuffer Words => new(letters, ends, starts, count);

    public void Start(Gazetteer of)
    {
        gazetteer = of;
        found.Clear();
    }

    public void Split(ReadOnlySpan<char> read)
    {
        length = read.Length;
        if (text.Length < length)
            (text, letters, starts, ends) = (new char[length], new char[length], new int[(length / 2) + 1], new int[(length / 2) + 1]);
        read.CopyTo(text);
        var split = new WordBuffer(letters, ends, starts);
        split.Add(read, splitAtApostrophe: true);
        count = split.Count;
    }

    /// <summary>Drops what lies inside a longer form; forms with two codes keep both.</summary>
    public void Longest(List<Mention> kept)
    {
        kept.Clear();
        found.Sort(static (one, other) => one.Mention.Start != other.Mention.Start ? one.Mention.Start.CompareTo(other.Mention.Start)
            : one.Mention.End != other.Mention.End ? other.Mention.End.CompareTo(one.Mention.End) : one.Rank.CompareTo(other.Rank));
        foreach (var (mention, _) in found)
        {
            var inside = kept.Count > 0 && mention.Start < kept[^1].End && (mention.Start, mention.End) != (kept[^1].Start, kept[^1].End);
            if (!inside)
                kept.Add(mention);
        }
    }

    private void Add(RegionForm form, int word, int words)
    {
        var last = word + words - 1;
        var end = starts[last] + ends[last] - (last == 0 ? 0 : ends[last - 1]);
        if (!char.IsUpper(form.Form[0]) || !char.IsLower(text[starts[word]]))
            AddAt(form, starts[word], Math.Min(end, length));
    }

    private void AddAt(RegionForm form, int start, int end)
    {
        if (gazetteer!.Number(form.Code) is >= 0 and var country)
            found.Add((new Mention(country, start, end, form.PlaceKind), found.Count));
    }
}
