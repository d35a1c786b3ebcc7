namespace Dateline.Worker.Classification.Regions;

/// <summary>Names that are something else beside certain words: turkey sandwiches, Brazil nuts, roast turkey.</summary>
internal static class Homographs
{
    private static readonly Dictionary<string, string[]> Before = Table("""
        turkey: roast roasted wild smoked ground fried cold thanksgiving frozen leftover whole
        china: fine bone
        jersey: football team hockey basketball retired his her their
        """);

    private static readonly Dictionary<string, string[]> After = Table("""
        turkey: sandwich sandwiches breast breasts dinner dinners bacon burger burgers meat leg legs wrap trot trots stuffing recipe recipes hunt hunting shoot vulture vultures gravy chili soup
        china: cabinet cabinets shop plates teacup
        chile: pepper peppers powder verde sauce
        brazil: nut nuts
        guinea: pig pigs fowl
        french: fries fry toast press bulldog bulldogs horn door doors kiss
        german: shepherd shepherds measles
        english: teacher class muffin muffins bulldog setter professor
        danish: pastry pastries
        swiss: cheese chard army
        greek: yogurt yoghurt salad
        turkish: delight
        persian: rug rugs cat cats
        panama: hat hats
        cuban: sandwich sandwiches
        canadian: bacon geese goose
        dutch: oven
        belgian: waffle waffles malinois
        indian: summer
        american: idol pie
        jordan: almonds
        cologne: bottle
        """);

    /// <summary>Whether the folded word is no place between its neighbours.</summary>
    public static bool IsSomethingElse(ReadOnlySpan<char> before, ReadOnlySpan<char> word, ReadOnlySpan<char> after) =>
        Has(Before, word, before) || Has(After, word, after);

    /// <summary>Whether a country's name is a word too, or a given name, when it is written small.</summary>
    public static bool IsWord(ReadOnlySpan<char> word) => word is "turkey" or "jordan" or "chad" or "china" or "jersey" or "guinea" or "georgia" or "polish" or "swede" or "nice";

    private static bool Has(Dictionary<string, string[]> table, ReadOnlySpan<char> word, ReadOnlySpan<char> neighbour)
    {
        if (neighbour.IsEmpty || !table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var neighbours))
            return false;
        foreach (var candidate in neighbours)
        {
            if (neighbour.SequenceEqual(candidate))
                return true;
        }

        return false;
    }

    private static Dictionary<string, string[]> Table(string lines) => lines
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(':', 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
