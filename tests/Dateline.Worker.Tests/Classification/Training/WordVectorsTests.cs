using Dateline.Worker.Classification.Training;

namespace Dateline.Worker.Tests.Classification.Training;

public class WordVectorsTests
{
    private static readonly TrainingOptions Options = new() { Dimensions = 2, Sharing = 1 };

    /// <summary>0 and 1 stand with 2 and 3, 4 and 5 with 6 and 7.</summary>
    private static readonly int[][] Texts = [.. Enumerable.Repeat<int[][]>([[0, 2, 3], [1, 2, 3], [4, 6, 7], [5, 6, 7]], 5).SelectMany(texts => texts)];

    [Fact]
    public void AddTo_AlikeWords_ShareAWeight()
    {
        var vectors = WordVectors.Of(Texts, 8, Options);
        var (gradient, shared, weights) = (new double[8], new double[2], new double[8]);
        gradient[0] = 1;

        vectors.Collect(gradient, shared);
        vectors.AddTo(weights, shared);

        Assert.Equal(1, weights[0], 4);
        Assert.InRange(weights[1], .9, 1.01);
        Assert.InRange(weights[5], -.2, .2);
    }

    [Fact]
    public void Of_OneThreadOrTwo_IsTheSame()
    {
        var basis = Cooccurrence.Of(Texts, 8);

        Assert.Equal(LeadingSpace.Of(basis, 3, 1), LeadingSpace.Of(basis, 3, 2));
    }

    [Fact]
    public void LeadingSpace_IsOrthonormal()
    {
        var basis = LeadingSpace.Of(Cooccurrence.Of(Texts, 8), 2, 1);

        float Dot(int a, int b) => Enumerable.Range(0, 8).Sum(word => basis[(word * 2) + a] * basis[(word * 2) + b]);
        Assert.Equal(1, Dot(0, 0), 4);
        Assert.Equal(1, Dot(1, 1), 4);
        Assert.Equal(0, Dot(0, 1), 4);
    }
}
