using System.Buffers;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Regions;

/// <summary>The country forms found in a text. Reused from text to text; not for two threads at once.</summary>
internal sealed class FormReading
{
    /// <summary>Characters that spell names by their sound and seldom end a word of another kind.</summary>
    private static readonly SearchValues<char> Spelt = SearchValues.Create("尔鲁罗瑟戈塞萨凯莱勒蒂茨奇弗姆恩诺什夫维齐兹埃迪雷");

    private const int LongestSpelt = 3;

    private readonly List<(Mention Mention, int Rank)> found = [];
    private char[] letters = [], text = [];
    private int[] starts = [], ends = [];
    private int length, count, lastEnd;
    private Gazetteer? gazetteer;

    public FormReading()
    {
        AddPart = AddInText;
        AddWords = Add;
    }

    public SubstringIndex<RegionForm>.Found AddPart { get; }

    public WordTrie<RegionForm>.Found AddWords { get; }

    /// <summary>The words of the text that was split last.</summary>
    public WordBuffer Words => new(letters, ends, starts, count);

    public void Start(Gazetteer of)
    {
        gazetteer = of;
        lastEnd = 0;
        found.Clear();
    }

    /// <summary>The text in whose parts forms are found.</summary>
    public void Keep(ReadOnlySpan<char> read)
    {
        length = read.Length;
        if (text.Length < length)
            (text, letters, starts, ends) = (new char[length], new char[length], new int[(length / 2) + 1], new int[(length / 2) + 1]);
        read.CopyTo(text);
    }

    /// <summary>The same, and its words.</summary>
    public void Split(ReadOnlySpan<char> read)
    {
        Keep(read);
        var split = new WordBuffer(letters, ends, starts);
        split.Add(read, splitAtApostrophe: true);
        count = split.Count;
    }

    /// <summary>Drops what lies inside a longer form, or where a form stands that names nothing; forms with two codes keep both.</summary>
    public void Longest(List<Mention> kept)
    {
        kept.Clear();
        found.Sort(static (one, other) => one.Mention.Start != other.Mention.Start ? one.Mention.Start.CompareTo(other.Mention.Start)
            : one.Mention.End != other.Mention.End ? other.Mention.End.CompareTo(one.Mention.End)
            : one.Mention.Country < 0 != other.Mention.Country < 0 ? one.Mention.Country.CompareTo(other.Mention.Country) : one.Rank.CompareTo(other.Rank));
        foreach (var (mention, _) in found)
        {
            var inside = kept.Count > 0 && mention.Start < kept[^1].End && (kept[^1].Kind == PlaceKind.Block || (mention.Start, mention.End) != (kept[^1].Start, kept[^1].End));
            if (!inside)
                kept.Add(mention);
        }
    }

    private void Add(RegionForm form, int word, int words)
    {
        if ((!char.IsUpper(form.Form[0]) || !char.IsLower(text[starts[word]])) && (form.Kind != RegionForm.Inner || IsInner(word)))
            AddAt(form, starts[word], EndOf(word + words - 1));
    }

    /// No sentence begins at the word, and no capitalised word stands before it but one that begins a sentence
    private bool IsInner(int word) => !IsSentenceStart(word) && (!char.IsUpper(text[starts[word - 1]]) || IsSentenceStart(word - 1));

    private bool IsSentenceStart(int word) => word == 0 || text.AsSpan(EndOf(word - 1)..starts[word]).ContainsAny(PlaceWords.SentenceEnds);

    private int EndOf(int word)
    {
        var end = starts[word];
        while (end < length && WordBuffer.IsWordChar(text[end]))
            end++;
        return end;
    }

    private void AddAt(RegionForm form, int start, int end)
    {
        if (form.PlaceKind == PlaceKind.Block || gazetteer!.Number(form.Code) >= 0)
            found.Add((new Mention(gazetteer!.Number(form.Code), start, end, form.PlaceKind), found.Count));
    }

    /// A name in Chinese that goes on before the form is another one
    private void AddInText(RegionForm form, int start, int size)
    {
        if (start == 0 || start == lastEnd || size > LongestSpelt || !Spelt.Contains(text[start - 1]))
            AddAt(form, start, start + size);
        lastEnd = start + size;
    }
}
