using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>Selectors read once: an element that is asked whether it matches a text reads the text anew.</summary>
internal static class Selectors
{
    private static readonly CssSelectorParser Parser = new();

    public static ISelector Of(string text) => Parser.ParseSelector(text) ?? throw new ArgumentException($"{text} is no selector.", nameof(text));
}
