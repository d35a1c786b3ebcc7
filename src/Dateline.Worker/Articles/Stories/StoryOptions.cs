using System.ComponentModel.DataAnnotations;

namespace Dateline.Worker.Articles.Stories;

/// <summary>Which articles tell one story (section <c>Stories</c>).</summary>
internal sealed class StoryOptions
{
    /// <summary>Days that an article is compared with those that come after it; 0 switches stories off. The default is 7.</summary>
    [Range(0, 90)]
    public int WindowDays { get; set; } = 7;

    /// <summary>Jaccard similarity of two texts' three-word runs from which they tell one story. The default is 0.5.</summary>
    [Range(0.3, 1)]
    public double Similarity { get; set; } = 0.5;
}
