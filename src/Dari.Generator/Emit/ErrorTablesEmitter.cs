using System.Linq;
using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The bodies of errors by status.</summary>
internal static class ErrorTablesEmitter
{
    /// <summary>Dropped when no operation declares an error body.</summary>
    public static FilePart Part(ClientScope scope)
    {
        ClientModel client = scope.Client;
        bool isDeprecated = client.ErrorTables.SelectMany(table => table.Entries)
            .SelectMany(entry => References.In(entry.Value)).Any(scope.IsObsolete);
        return new FilePart(
            Code.LineWhen(client.ErrorTables.Count > 0, Class(client, scope)),
            isDeprecated ? Pragmas.Deprecated : Pragmas.None);
    }

    private static Code Class(ClientModel client, ClientScope scope) => $$"""
        {{scope.Stamp}}
        internal static class {{client.Name}}Errors
        {
            {{Lines.Spaced(client.ErrorTables.Select(Table))}}
        }
        """;

    private static Code Table(ErrorTableModel table) => $$"""
        public static readonly ErrorTable {{table.Name}} = ErrorTable.Empty
            {{Lines.Stacked(table.Entries.Select(Entry))}};
        """;

    private static Code Entry(ErrorEntryModel entry) =>
        $".On({Literal.String(entry.Status)}, {ReadCode.Delegate(entry.Value, false)})";
}
