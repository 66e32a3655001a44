using Npgsql;

namespace IomSessions.Storage.Postgres;

/// <summary>Statements with their values in order; <c>$1</c> is the first.</summary>
internal static class Asking
{
    public static NpgsqlCommand Ask(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
#pragma warning disable CA2100 // constants of this program
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    /// <summary>How many rows it changed.</summary>
    public static async Task<int> DoAsync(this NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = connection.Ask(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first value of the first row; default: there is no row, or it is null.</summary>
    public static async Task<T?> OneAsync<T>(this NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = connection.Ask(sql, values);
        return await command.ExecuteScalarAsync() is T found ? found : default;
    }

    public static async Task<List<T>> AllAsync<T>(this NpgsqlConnection connection, Func<NpgsqlDataReader, T> row, string sql, params object[] values)
    {
        await using var command = connection.Ask(sql, values);
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<T>();
        while (await rows.ReadAsync()) all.Add(row(rows));
        return all;
    }
}
