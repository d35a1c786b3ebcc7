using System.Data;
using System.Text.Json;
using Dapper;

namespace Dateline.Worker.Storage;

/// <summary>Many values as one parameter. Spelled out they made a new statement for every number of them, to be compiled anew each time.</summary>
internal sealed class ManyValues<T>(IEnumerable<T> values, bool asArray) : SqlMapper.ICustomQueryParameter
{
    public void AddParameter(IDbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = asArray ? values.ToArray() : JsonSerializer.Serialize(values);
        command.Parameters.Add(parameter);
    }
}
