using Dateline.Worker.Classification.Regions;

namespace Dateline.Worker.Classification.Lexicons;

/// <summary>What one language calls topics, subjects and countries.</summary>
internal sealed record LanguageLexicon(LanguageTerms Terms, RegionFormReader Regions);
