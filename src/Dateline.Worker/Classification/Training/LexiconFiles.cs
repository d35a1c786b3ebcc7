using System.Globalization;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Classification.Training;

/// <summary>Reads the hand-written lexicons: <c>topics/LANG.tsv</c> (<c>topic, term, weight</c>).</summary>
internal static class LexiconFiles
{
    /// <exception cref="CorpusException">The file is missing, or a line has another shape; the message names both.</exception>
    public static List<LexiconTerm> Topics(string path)
    {
        var terms = new List<LexiconTerm>();
        foreach (var (line, index) in CorpusFiles.Lines(path).Select((line, index) => (line.TrimEnd('\r'), index)))
        {
            if (line.Length == 0)
                continue;
            var parts = line.Split('\t');
            var topic = TopicCatalog.IndexOf(parts[0]);
            if (parts.Length < 3 || topic < 0 || !int.TryParse(parts[2], CultureInfo.InvariantCulture, out var weight))
                throw new CorpusException($"{path}, line {index + 1}: expected topic, term and weight, parted by tabs.");
            terms.Add(new LexiconTerm(topic, parts[1], weight));
        }

        return terms;
    }
}
