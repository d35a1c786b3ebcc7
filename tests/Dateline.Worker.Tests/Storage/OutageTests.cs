using Dateline.Worker.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dateline.Worker.Tests.Storage;

public class OutageTests
{
    [Theory]
    [InlineData(5, true)]
    [InlineData(10, true)]
    [InlineData(13, true)]
    [InlineData(19, false)]
    public void Is_OfSqlite_LocksAndFullDisksPass(int code, bool passes) => Assert.Equal(passes, Outage.Is(new SqliteException("it failed", code)));

    [Theory]
    [InlineData("57P01", true)]
    [InlineData("53100", true)]
    [InlineData("22021", false)]
    public void Is_OfPostgreSql_AwayOrFullPasses(string state, bool passes) =>
        Assert.Equal(passes, Outage.Is(new InvalidOperationException("around it", new PostgresException("it failed", "FATAL", "FATAL", state))));

    [Fact]
    public void Is_ServerThatIsNotThere_Passes() => Assert.True(Outage.Is(new NpgsqlException("connection refused", new IOException("refused"))));
}
