using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The addresses that a document names, as methods that fill in their variables.</summary>
internal static class ServersEmitter
{
    /// <summary>Dropped when there is nothing to choose.</summary>
    public static FilePart Part(ClientScope scope) => new(Class(scope.Client, scope), Pragmas.None);

    private static Code Class(ClientModel client, ClientScope scope) => Code.LineWhen(client.Transport.Servers.Count > 0, $$"""
        /// <summary>Where the service is, for <see cref="ClientOptions.BaseUrl"/>: the document names these.</summary>
        {{scope.Stamp}}
        {{scope.Access}} static class {{client.Name}}Servers
        {
            {{Lines.Spaced(client.Transport.Servers.Select(Server))}}
        }
        """);

    private static Code Server(ServerModel server) => $$"""
        {{Docs.Summary(Docs.First(server.Docs.Summary, "A server."))}}
        {{Lines.Stacked(server.Variables.Select(Parameter))}}
        /// <returns>The address.</returns>
        public static Uri {{server.Name}}({{Lines.Inline(server.Variables.Select(Variable))}}) => new(${{Quote}}{{Code.Join("", server.Address.Select(Part))}}{{Quote}}, UriKind.Absolute);
        """;

    private static Code Parameter(ServerVariableModel variable) => Docs.Param(variable.Name, variable.Docs.Summary ?? "");

    private static Code Variable(ServerVariableModel variable) => variable.Default switch
    {
        { } text => $"string {variable.Name} = {Literal.String(text)}",
        null => $"string {variable.Name}",
    };

    private static Literal Quote => Literal.Comment("\"");

    private static Code Part(ServerPartModel part) => part.Variable switch
    {
        { } variable => $"{{{variable}}}",
        null => $"{Literal.InterpolatedText(part.Text ?? "")}",
    };
}
