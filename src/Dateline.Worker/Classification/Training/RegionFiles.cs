using Dateline.Worker.Classification.Regions;

namespace Dateline.Worker.Classification.Training;

/// <summary>Reads <c>regions/LANG.tsv</c>.</summary>
internal static class RegionFiles
{
    /// <exception cref="CorpusException">The file is missing, or a line has another shape.</exception>
    public static List<RegionForm> Read(string path)
    {
        var forms = new List<RegionForm>();
        foreach (var (line, index) in CorpusFiles.Lines(path).Select((line, index) => (line.TrimEnd('\r'), index)))
        {
            if (line.Length == 0)
                continue;
            var parts = line.Split('\t');
            if (parts.Length < 3 || parts[0].Length != 2)
                throw new CorpusException($"{path}, line {index + 1}: expected code, form and kind, parted by tabs.");
            forms.Add(new RegionForm(parts[0], parts[1], parts[2]));
        }

        return forms;
    }
}
