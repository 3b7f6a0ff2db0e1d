using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Names of all types that the files of a client declare.</summary>
internal static class DeclaredNames
{
    public static IEnumerable<string> In(ClientModel client) => client.Types.SelectMany(Of)
        .Concat(client.Tags.SelectMany(tag => new[] { tag.Type.Plain, tag.Interface.Plain }))
        .Concat([client.Name.Plain, "I" + client.Name.Plain, client.Name.Plain + "Json", client.Name.Plain + "Errors"])
        .Concat(client.Webhooks is { } webhooks ? [webhooks.Name.Plain] : []);

    private static IEnumerable<string> Of(TypeModel type)
    {
        yield return type.Name.Plain;
        yield return type.Name.Plain + "Json";
        yield return type.Name.Plain + "Wire";
        switch (type)
        {
            case UnionModel union:
                yield return union.UnknownName.Plain;
                break;
            case ResultModel result:
                yield return result.UnknownName.Plain;
                foreach (ResultCaseModel one in result.Cases)
                {
                    yield return one.Name.Plain;
                }

                break;
        }
    }
}
