using Dateline.Worker.Classification.Regions;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Lexicons;

/// <summary>What one language calls topics and countries.</summary>
internal sealed record LanguageLexicon(TopicLexicon Topics, RegionFormReader Regions);
