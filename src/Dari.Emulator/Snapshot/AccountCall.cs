using System.Globalization;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot;

/// <summary>A call, the account that it is for, and what it turns out to be about.</summary>
internal sealed class AccountCall(Call call, Account account)
{
    public Call Call => call;

    public Account Account => account;

    public JsonObject Body => call.Body;

    /// <summary>Whether the answer waits for the result; true unless the call says otherwise.</summary>
    public bool Wait => call.Query("wait") != "false";

    /// <summary>A whole number of the query.</summary>
    /// <exception cref="ServiceFault">422: something else, or less than the least.</exception>
    public int WholeQuery(string name, int otherwise, int least = 1)
    {
        if (call.Query(name) is not { } text)
        {
            return otherwise;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            throw SnapshotFault.Wrong("int_parsing", "Input should be a valid integer, unable to parse string as an integer", name, "query");
        }

        return number < least
            ? throw SnapshotFault.Wrong("greater_than_equal", $"Input should be greater than or equal to {least}", name, "query")
            : (int)Math.Min(number, int.MaxValue);
    }

    /// <summary>Kind and id of what the call is about, for the audit log.</summary>
    public (string Type, string Id)? Subject { get; private set; }

    /// <summary>The machine that the call concerns, for the audit log.</summary>
    public string? VmId { get; set; }

    /// <summary>The session that the call concerns, for the audit log.</summary>
    public string? SessionId { get; set; }

    /// <summary>Notes what the call is about.</summary>
    public T About<T>(string type, T thing)
        where T : IShelved
    {
        Subject = (type, thing.Id);
        return thing;
    }

    /// <summary>The thing that a path parameter names.</summary>
    public T FromPath<T>(Shelf<T> shelf, string parameter)
        where T : class, IShelved => Find(shelf, call.Path(parameter), parameter, "path");

    /// <summary>The thing that a member of the body names.</summary>
    public T FromBody<T>(Shelf<T> shelf, string member)
        where T : class, IShelved => Find(shelf, Body[member]?.GetValue<string>() ?? "", "/" + member, "body");

    /// <exception cref="ServiceFault">404, or 422 where the operation declares no 404.</exception>
    public T Find<T>(Shelf<T> shelf, string id, string pointer, string place)
        where T : class, IShelved
    {
        if (shelf.TryFind(id) is { } thing)
        {
            return thing;
        }

        string message = $"There is no such {shelf.Kind}.";
        throw call.Operation.Response(404) is null
            ? SnapshotFault.Invalid(message, pointer, place)
            : SnapshotFault.NotFound(message);
    }
}
