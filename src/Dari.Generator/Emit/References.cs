using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Names of the declared types that a part of the model mentions.</summary>
internal static class References
{
    public static IEnumerable<Identifier> In(TypeModel type) => type switch
    {
        ObjectModel model => model.Properties.SelectMany(property => In(property.Value))
            .Concat(In(model.Additional.Value))
            .Concat(model.Parts.SelectMany(part => In(part.Value)))
            .Concat(model.Interfaces)
            .Concat(model.Base is { } name ? [name] : []),
        UnionModel model => model.Properties.SelectMany(property => In(property.Value)).Concat(model.Cases.Select(one => one.Type)),
        ChoiceModel model => model.Cases.SelectMany(one => In(one.Value)),
        ResultModel model => model.Cases.SelectMany(one => In(one.Body.Value)),
        HeadersModel model => model.Headers.SelectMany(header => In(header.Value)),
        QueryModel model => model.Parameters.SelectMany(parameter => In(parameter.Value)),
        _ => [],
    };

    public static IEnumerable<Identifier> In(OperationModel operation) => operation.Leading.Concat(operation.Trailing)
        .SelectMany(parameter => In(parameter.Value))
        .Concat(In(operation.Body?.Value))
        .Concat(In(operation.Response.Value))
        .Concat(operation.Query is { } query ? [query.Type] : [])
        .Concat(operation.Exceptions.Select(exception => exception.Type))
        .Concat(operation.Companions.SelectMany(In));

    private static IEnumerable<Identifier> In(CompanionModel companion) => companion switch
    {
        PageModel page => In(page.Item),
        PollModel poll => In(poll.State),
        PollStartModel start => In(start.State),
        _ => [],
    };

    public static IEnumerable<Identifier> In(ValueModel? value) => value switch
    {
        NamedValue named => [named.Name],
        ListValue list => In(list.Item),
        MapValue map => In(map.Item),
        _ => [],
    };
}
