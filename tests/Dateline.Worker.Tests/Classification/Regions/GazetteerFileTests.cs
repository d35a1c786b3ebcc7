using Dateline.Worker.Classification.Regions;

namespace Dateline.Worker.Tests.Classification.Regions;

public class GazetteerFileTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var gazetteer = Sample();

        var read = GazetteerFile.Read(new MemoryStream(Written(gazetteer)));

        Assert.Equal(gazetteer.Countries, read.Countries);
        Assert.Equal(gazetteer.Senses.Keys.Order(StringComparer.Ordinal), read.Senses.Keys);
        Assert.All(gazetteer.Senses, entry => Assert.Equal(entry.Value, read.Find(entry.Key)));
        Assert.True(read.IsOrdinary("river"));
        Assert.True(read.IsCommon("reading"));
        Assert.Equal(3, read.LongestFrom("new"));
    }

    [Fact]
    public void Read_CutShortAnywhere_SaysSo()
    {
        var bytes = Written(Sample());

        for (var length = 0; length < bytes.Length - 2; length++)
            Assert.Throws<InvalidDataException>(() => GazetteerFile.Read(new MemoryStream(bytes[..length])));
    }

    [Fact]
    public void Read_AnyByteChanged_GivesAGazetteerOrSaysThatItIsNone()
    {
        var bytes = Written(Sample());

        for (var at = 0; at < bytes.Length; at++)
        {
            var broken = (byte[])bytes.Clone();
            broken[at] ^= 0x55;
            var error = Record.Exception(() => GazetteerFile.Read(new MemoryStream(broken)));
            Assert.True(error is null or InvalidDataException, $"At {at}: {error}");
        }
    }

    private static Gazetteer Sample() => new(
        [new Country("GB", "United Kingdom", "northern-europe", "europe"), new Country("US", "United States", "northern-america", "americas")],
        new Dictionary<string, PlaceSense[]>(StringComparer.Ordinal)
        {
            ["reading"] = [new PlaceSense(0, PlaceKind.City, 5.2f, "", Acronym: false)],
            ["new york city"] = [new PlaceSense(1, PlaceKind.City, 6.9f, "NY", Acronym: false)],
            ["us"] = [new PlaceSense(1, PlaceKind.Country, 9, "", Acronym: true)],
            ["europe"] = [new PlaceSense(PlaceSense.Nowhere, PlaceKind.Block, 0, "", Acronym: false)],
        },
        ["river"], ["reading"]);

    private static byte[] Written(Gazetteer gazetteer)
    {
        var stream = new MemoryStream();
        GazetteerFile.Write(gazetteer, stream);
        return stream.ToArray();
    }
}
