using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Versions.OpenApi3;

/// <summary>Reads <c>servers</c> of a document, a path item or an operation.</summary>
internal sealed class ServerReader(ReadContext context)
{
    public IReadOnlyList<ApiServer> Read(SpecPlace holder)
    {
        var servers = new List<ApiServer>();
        if (holder.Member("servers") is not { } list || !context.ExpectList(list, "a list of servers"))
        {
            return servers;
        }

        foreach (SpecPlace server in list.Items)
        {
            if (context.ExpectObject(server, "a server") && context.Text(server, "url") is { } url)
            {
                servers.Add(new ApiServer(url, context.Text(server, "description"), Variables(server)) { Name = Name(server.Node) });
            }
        }

        return servers;
    }

    private static string? Name(SpecNode server) =>
        new[] { "x-dari-name", "name", "x-speakeasy-server-id", "x-fern-server-name" }.Select(server.StringMember).FirstOrDefault(name => name is not null);

    private static string[] Values(SpecNode variable) => variable.Member("enum") is { Kind: SpecNodeKind.Array } list
        ? list.Items.Where(item => item.Kind is SpecNodeKind.String or SpecNodeKind.Number).Select(item => item.Text).ToArray()
        : [];

    private List<ApiServerVariable> Variables(SpecPlace server)
    {
        var variables = new List<ApiServerVariable>();
        if (server.Member("variables") is { } map && context.ExpectObject(map, "an object of variables"))
        {
            foreach ((string name, SpecPlace variable) in map.Members)
            {
                if (context.ExpectObject(variable, "a server variable"))
                {
                    variables.Add(new ApiServerVariable(name, context.Text(variable, "default") ?? "")
                    {
                        Description = context.Text(variable, "description"),
                        Values = Values(variable.Node),
                    });
                }
            }
        }

        return variables;
    }
}
