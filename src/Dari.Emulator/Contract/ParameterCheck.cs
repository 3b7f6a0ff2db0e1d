using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dari.Emulator.Contract;

/// <summary>Checks the parameters of a request.</summary>
internal static class ParameterCheck
{
    public static IEnumerable<Finding> Check(ContractOperation operation, HttpRequest request) =>
        operation.Parameters.SelectMany(parameter => Check(parameter, request));

    private static IEnumerable<Finding> Check(ContractParameter parameter, HttpRequest request)
    {
        List<string> values = Values(parameter, request);
        if (values.Count == 0)
        {
            return parameter.Required ? [new Finding(parameter.Place, parameter.Name, "required", "is missing")] : [];
        }

        if (parameter.List is null && parameter.MapPrefix is null && values.Count > 1)
        {
            return [new Finding(parameter.Place, parameter.Name, "single", "is there more than once")];
        }

        IEnumerable<Finding> counts = parameter.List?.Check(new JsonArray([.. values.Select(static _ => (JsonNode?)null)]).ToJsonString(), parameter.Place) ?? [];
        IEnumerable<Finding> wrong = values.Where(value => !parameter.Value.AllowsText(value)).Select(_ => Invalid(parameter));
        return counts.Select(found => found with { Pointer = parameter.Name }).Concat(wrong);
    }

    private static Finding Invalid(ContractParameter parameter) =>
        new(parameter.Place, parameter.Name, "value", "does not have an allowed value");

    private static List<string> Values(ContractParameter parameter, HttpRequest request)
    {
        if (parameter.MapPrefix is { } prefix)
        {
            return [.. request.Query.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).SelectMany(static pair => pair.Value).Select(Text)];
        }

        StringValues sent = parameter.Place switch
        {
            "path" => request.RouteValues.TryGetValue(parameter.Name, out object? value) ? value as string : null,
            "query" => request.Query[parameter.Name],
            "header" => request.Headers[parameter.Name],
            _ => StringValues.Empty,
        };
        IEnumerable<string> texts = sent.Select(Text);
        return parameter is { List: not null, Commas: true } ? [.. texts.SelectMany(static text => text.Split(','))] : [.. texts];
    }

    private static string Text(string? value) => value ?? "";
}
