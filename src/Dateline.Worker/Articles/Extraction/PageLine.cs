using AngleSharp.Dom;

namespace Dateline.Worker.Articles.Extraction;

/// <summary>A line of a page, whether it stands after the headline, and where it is.</summary>
internal readonly record struct PageLine(string Text, bool AfterHeading, INode Node);
