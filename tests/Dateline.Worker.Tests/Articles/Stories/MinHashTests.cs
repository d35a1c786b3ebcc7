using Dateline.Worker.Articles.Stories;

namespace Dateline.Worker.Tests.Articles.Stories;

public class MinHashTests
{
    private static string Words(int from, int count) => string.Join(' ', Enumerable.Range(from, count).Select(number => $"word{number}"));

    private static MinHash Of(string text) => MinHash.Of(Shingles.Of(text))!;

    [Theory]
    [InlineData("Two words", 0)]
    [InlineData("Just three words", 1)]
    [InlineData("one two three four. One, two: THREE four", 4)]
    [InlineData("東京で地震", 3)]
    [InlineData("", 0)]
    public void Of_RunsOfThreeWords_WhateverCaseAndPunctuation(string text, int shingles) => Assert.Equal(shingles, Shingles.Of(text).Count);

    [Fact]
    public void Of_NoShingles_IsNone() => Assert.Null(MinHash.Of(Shingles.Of("two words")));

    [Theory]
    [InlineData(1000, 0, 1)]
    [InlineData(1000, 333, 0.5)]
    [InlineData(1000, 1000, 0)]
    public void Similarity_EstimatesTheShareOfCommonRuns(int length, int shift, double jaccard) =>
        Assert.Equal(jaccard, Of(Words(0, length)).Similarity(Of(Words(shift, length))), 0.12);

    [Fact]
    public void FromBytes_IsTheSame() => Assert.Equal(1, MinHash.FromBytes(Of(Words(0, 50)).Bytes.ToArray()).Similarity(Of(Words(0, 50))));

    /// <summary>Signatures are stored: they must not change with a version.</summary>
    [Fact]
    public void Bytes_AreTheSameForEver() =>
        Assert.Equal("VXIJRQWEuXvkuQ5+oTyj7Q==", Convert.ToBase64String(Of("The quick brown fox jumps over the lazy dog").Bytes.Span[..16]));

    [Fact]
    public void BandHashes_OfSimilarTexts_HaveOneInCommon_OfOthersNone()
    {
        var bands = Of(Words(0, 400)).BandHashes();
        Assert.Equal(MinHash.Bands, bands.Distinct().Count());
        Assert.NotEmpty(bands.Intersect(Of(Words(60, 400)).BandHashes()));
        Assert.Empty(bands.Intersect(Of(Words(5000, 400)).BandHashes()));
    }

    /// <summary>No text, however long or odd, takes long or throws.</summary>
    [Theory]
    [InlineData('a')]
    [InlineData(' ')]
    [InlineData('\uD800')]
    [InlineData('語')]
    public void Of_AMillionOfOneCharacter_IsRead(char c) => Assert.True(Shingles.Of(new string(c, 1_000_000)).Count <= 1);
}
