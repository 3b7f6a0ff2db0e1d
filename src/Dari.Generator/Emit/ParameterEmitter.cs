using System;
using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Statements that put a parameter into a request.</summary>
internal static class ParameterEmitter
{
    public static Code Add(ParameterModel parameter, Code call, Code value, ClientScope scope) => parameter.Place switch
    {
        ParameterPlace.Query => Query(parameter, call, value, scope),
        ParameterPlace.Header => $"{call}.AddHeader({Name(parameter)}, {Text(parameter, value, scope)});",
        ParameterPlace.Cookie => $"{call}.AddCookie({Name(parameter)}, {Text(parameter, value, scope)});",
        _ => throw new ArgumentException("Stands in the path: " + parameter.WireName, nameof(parameter)),
    };

    private static Code Query(ParameterModel parameter, Code call, Code value, ClientScope scope)
    {
        var text = new WireText(scope);
        return (parameter.Style, parameter.Value) switch
        {
            (ParameterStyle.WholeQuery, _) =>
                $"{call}.AddWholeQuery({Code.Either(text.IsSingle(parameter.Value), text.Of(parameter.Value, value, !parameter.IsRequired), text.Json(parameter.Value, value, !parameter.IsRequired))});",
            (ParameterStyle.Multi or ParameterStyle.Comma or ParameterStyle.Space or ParameterStyle.Pipe or ParameterStyle.Tab, ListValue list) =>
                $"{call}.AddQueryList({Name(parameter)}, {text.Each(list, value)}, ListStyle.{Style(parameter.Style)});",
            (ParameterStyle.ObjectExploded, MapValue map) when text.IsSingle(map.Item) =>
                $"{call}.AddQueryMap({Literal.String(parameter.Prefix ?? "")}, {text.EachValue(map, value)}, MapStyle.Exploded);",
            (ParameterStyle.DeepObject or ParameterStyle.ObjectComma or ParameterStyle.ObjectSpace or ParameterStyle.ObjectPipe, MapValue map) when text.IsSingle(map.Item) =>
                $"{call}.AddQueryMap({Name(parameter)}, {text.EachValue(map, value)}, MapStyle.{Style(parameter.Style)});",
            (ParameterStyle.ObjectExploded or ParameterStyle.DeepObject or ParameterStyle.ObjectComma or ParameterStyle.ObjectSpace or ParameterStyle.ObjectPipe, _) =>
                QueryObject(parameter, call, value),
            _ => $"{call}.AddQuery({Name(parameter)}, {Text(parameter, value, scope)}{Reserved(parameter)});",
        };
    }

    private static Code QueryObject(ParameterModel parameter, Code call, Code value)
    {
        Code write = WriteCode.Delegate(parameter.Value, false);
        Code prefix = parameter.Prefix is { } text ? $", {Literal.String(text)}" : Code.Empty;
        if (parameter.IsRequired || !CSharpType.Of(parameter.Value).IsValueType)
        {
            return $"{call}.AddQueryObject({Name(parameter)}, {value}, {write}, MapStyle.{Style(parameter.Style)}{prefix});";
        }

        return $$"""
            if ({{value}} is not null)
            {
                {{call}}.AddQueryObject({{Name(parameter)}}, {{value}}.Value, {{write}}, MapStyle.{{Style(parameter.Style)}}{{prefix}});
            }
            """;
    }

    // Headers and cookies know one style for lists: commas.
    public static Code Text(ParameterModel parameter, Code value, ClientScope scope)
    {
        var text = new WireText(scope);
        return (parameter.Style, parameter.Value) switch
        {
            (ParameterStyle.Json, _) => text.Json(parameter.Value, value, !parameter.IsRequired),
            (_, ListValue list) when parameter.Place != ParameterPlace.Query => text.Commas(list, value, !parameter.IsRequired),

            // RFC 6570 writes an exploded object as several pairs; a cookie is one.
            (not ParameterStyle.Plain, _) when parameter.Place != ParameterPlace.Query => text.Simple(
                parameter.Value, value, !parameter.IsRequired, parameter is { Style: ParameterStyle.ObjectExploded, Place: ParameterPlace.Header }),
            _ => text.Of(parameter.Value, value, !parameter.IsRequired),
        };
    }

    private static Literal Name(ParameterModel parameter) => Literal.String(parameter.WireName);

    private static Code Reserved(ParameterModel parameter) => Code.When(parameter.AllowReserved, $", allowReserved: true");

    private static Identifier Style(ParameterStyle style) => Identifier.From(MapStyleOf(style));

    /// <summary>The runtime's word for a style of lists or objects.</summary>
    public static string MapStyleOf(ParameterStyle style) => style switch
    {
        ParameterStyle.ObjectExploded => "Exploded",
        ParameterStyle.ObjectComma => "Comma",
        ParameterStyle.ObjectSpace => "Space",
        ParameterStyle.ObjectPipe => "Pipe",
        _ => style.ToString(),
    };
}
