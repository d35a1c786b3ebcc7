using Dateline.Worker.Storage;

namespace Dateline.Worker.Tests.Storage;

public class FeedUpdateTests
{
    /// <summary>A column that an update forgets is reset by it.</summary>
    [Fact]
    public void Unchanged_CarriesEveryColumnOver()
    {
        var feed = new FeedRow();
        foreach (var property in typeof(FeedRow).GetProperties())
            property.SetValue(feed, Value(property.PropertyType));
        var update = FeedUpdate.Unchanged(feed);
        Assert.All(typeof(FeedUpdate).GetProperties(), property => Assert.Equal(Value(property.PropertyType), property.GetValue(update)));
    }

    private static object Value(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.String => "kept",
        TypeCode.Int64 => 7L,
        TypeCode.Double => 0.7,
        var other => throw new NotSupportedException($"{other}"),
    };
}
