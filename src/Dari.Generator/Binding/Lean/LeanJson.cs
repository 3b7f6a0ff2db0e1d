using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Binding.Lean;

/// <summary>
/// Leaves each type the JSON code that operations need: no reader for what is only sent, no writer for what is only received.
/// </summary>
internal sealed class LeanJson
{
    private readonly Dictionary<Identifier, TypeModel> _types;
    private readonly Dictionary<Identifier, JsonUse> _uses = [];

    private LeanJson(ClientModel client) => _types = client.Types.ToDictionary(type => type.Name);

    public static ClientModel Trim(ClientModel client)
    {
        var lean = new LeanJson(client);
        foreach (OperationModel operation in client.Tags.SelectMany(tag => tag.Operations))
        {
            lean.Mark(Sent(operation), JsonUse.Write);
            lean.Mark(Received(operation), JsonUse.Read);
        }

        lean.Mark(client.ErrorTables.SelectMany(table => table.Entries).Select(entry => entry.Value), JsonUse.Read);
        lean.Mark(client.Webhooks?.Events.Select(one => one.Value) ?? [], JsonUse.Read);
        return client with
        {
            Types = client.Types.Select(type => type is EnumModel ? type : type with { Json = lean.UseOf(type) }).ToArray(),
        };
    }

    private JsonUse UseOf(TypeModel type) => _uses.TryGetValue(type.Name, out JsonUse use) ? use : JsonUse.None;

    private static IEnumerable<ValueModel?> Sent(OperationModel operation) => operation.Leading.Concat(operation.Trailing)
        .Select(parameter => parameter.Value)
        .Append(operation.Body?.Value)
        .Append(operation.Query is { } query ? new NamedValue(query.Type, false) : null)
        .Concat(operation.Companions.OfType<UploadModel>().Select(upload => upload.Request));

    private static IEnumerable<ValueModel?> Received(OperationModel operation) => operation.Companions
        .Select(companion => companion switch
        {
            PageModel page => page.Item,
            PollModel poll => poll.State,
            PollStartModel start => start.State,
            UploadModel upload => upload.Request,
            _ => null,
        })
        .Append(operation.Response.Value)
        .Append(operation.Headers is { } headers ? new NamedValue(headers, false) : null);

    private void Mark(IEnumerable<ValueModel?> values, JsonUse use)
    {
        var open = new Stack<Identifier>(values.SelectMany(Names));
        while (open.Count > 0)
        {
            Identifier name = open.Pop();
            _uses.TryGetValue(name, out JsonUse known);
            if ((known & use) != 0 || !_types.TryGetValue(name, out TypeModel type))
            {
                continue;
            }

            _uses[name] = known | use;
            foreach (Identifier part in Parts(type))
            {
                open.Push(part);
            }
        }
    }

    private static IEnumerable<Identifier> Parts(TypeModel type) => type switch
    {
        ObjectModel model => model.Properties.Select(property => property.Value)
            .Concat(model.Parts.Select(part => part.Value))
            .Append(model.Additional.Value)
            .SelectMany(Names),
        UnionModel model => model.Cases.Select(one => one.Type)
            .Concat(model.Shared.SelectMany(shared => shared.Cases).SelectMany(one => Names(one.Value)))
            .Concat(model.Properties.SelectMany(property => Names(property.Value))),
        ChoiceModel model => model.Cases.SelectMany(one => Names(one.Value)),
        ResultModel model => model.Cases.SelectMany(one => Names(one.Body.Value)),
        HeadersModel model => model.Headers.SelectMany(header => Names(header.Value)),
        QueryModel model => model.Parameters.SelectMany(parameter => Names(parameter.Value)),
        _ => [],
    };

    private static IEnumerable<Identifier> Names(ValueModel? value) => value switch
    {
        NamedValue named => [named.Name],
        ListValue list => Names(list.Item),
        MapValue map => Names(map.Item),
        _ => [],
    };
}
