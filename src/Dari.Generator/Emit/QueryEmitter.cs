using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The record of an operation's query parameters and optional headers, and how it goes into a request.</summary>
internal static class QueryEmitter
{
    public static Code Shape(QueryModel model, ClientScope scope) => $$"""
        {{Docs.For(model.Docs)}}
        {{scope.Stamp}}
        {{scope.Access}} sealed partial record {{model.Name}}
        {
            {{Lines.Spaced(model.Parameters.Select(Property))}}
        }
        """;

    /// <summary>An extension, because inside the record its members would hide names of the runtime.</summary>
    public static Code Extensions(QueryModel model, ClientScope scope) => $$"""
        {{scope.Stamp}}
        internal static class {{model.Name}}Wire
        {
            public static void AddTo(this {{model.Name}} query, ApiRequest call)
            {
                {{Lines.Stacked(model.Parameters.Select(parameter => Add(parameter, scope)))}}
            }
        }
        """;

    private static Code Property(ParameterModel parameter) => PropertyEmitter.Property(new PropertyModel
    {
        Name = parameter.PropertyName,
        WireName = parameter.WireName,
        Value = parameter.Value,
        Presence = parameter.IsRequired ? Presence.Required : Presence.Optional,
        Docs = parameter.Docs,
    });

    private static Code Add(ParameterModel parameter, ClientScope scope) =>
        ParameterEmitter.Add(parameter, $"call", $"query.{parameter.PropertyName}", scope);
}
