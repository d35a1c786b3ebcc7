using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Dateline.Worker.Storage;

/// <summary>Faults of the database's side that pass: it is away, locked, or its disk is full. What was to be stored is not to blame, and the stack says nothing.</summary>
internal static class Outage
{
    /// <summary>SQLITE_BUSY, LOCKED, IOERR (a full disk under the write-ahead log), FULL, CANTOPEN.</summary>
    private static readonly int[] Passing = [5, 6, 10, 13, 14];

    public static bool Is(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException { IsTransient: true } || cause is SqliteException sqlite && Passing.Contains(sqlite.SqliteErrorCode))
                return true;
        }

        return false;
    }
}
