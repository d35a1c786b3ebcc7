namespace Dateline.Worker.Classification.Regions;

/// <summary>A country named in a text: where the words stand (characters of title, line break, text) and what kind of name they are.</summary>
internal readonly record struct Mention(int Country, int Start, int End, PlaceKind Kind);
