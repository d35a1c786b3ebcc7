using Dateline.Worker.Documents;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>A block of a page's text: a paragraph, a heading, or a block of links, which is no text but tells what stands beside it.
/// Items of lists, rows of tables and code need not be sentences.</summary>
internal readonly record struct PageBlock(string Text, bool Heading, bool Links = false, bool Item = false)
{
    /// <summary>As <see cref="TextLength"/> counts.</summary>
    public int Length { get; } = TextLength.Of(Text);

    /// <summary>Whether it ends as sentences do; labels, names and headings do not.</summary>
    public bool IsSentence => Text.AsSpan().TrimEnd("\"'\u201D\u2019\u00BB)]\u300D\u300F\uFF09")
        is [.., '.' or '!' or '?' or ':' or '\u2026' or '\u3002' or '\uFF01' or '\uFF1F' or '\uFF1A' or '\u061F' or '\u0964'];
}
