using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>Servers that a caller can choose from: several, or one whose address has variables.</summary>
internal static class ServerBinder
{
    public static ServerModel[] Bind(IReadOnlyList<ApiServer> servers)
    {
        ApiServer[] absolute = servers.Where(server => Servers.Absolute(server) is not null).ToArray();
        if (absolute.Length == 0 || (absolute.Length == 1 && absolute[0].Variables.Count == 0))
        {
            return [];
        }

        Identifier[] names = NameContest.Settle(
            new NameScope("Equals", "ReferenceEquals"), absolute.Select(server => new Contender(Names(server))).ToArray());
        return absolute.Select((server, i) => Server(server, names[i])).ToArray();
    }

    /// <summary>What the document calls a server; a short description; its host; its whole address.</summary>
    private static IEnumerable<string?> Names(ApiServer server)
    {
        yield return server.Name is { } name ? MemberNames.Pascal(name) : null;
        yield return server.Description is { } description && Words.Split(description) is { Count: > 0 and <= 4 } words
            ? MemberNames.Pascal(string.Join(" ", words))
            : null;
        string[] parts = server.Url.Split('/');
        yield return parts.Length > 2 ? MemberNames.Pascal(parts[2]) : null;
        yield return MemberNames.Pascal(server.Url);
        yield return MemberNames.Pascal(SymbolWords.SpellCapitals(server.Url));
    }

    private static ServerModel Server(ApiServer server, Identifier name)
    {
        ApiServerVariable[] used = server.Variables.Where(variable => server.Url.Contains("{" + variable.Name + "}")).ToArray();
        Identifier[] names = NameContest.Settle(new NameScope(), used.Select(Variable).ToArray());
        return new ServerModel(
            name,
            new DocsModel(server.Description ?? server.Url, null, null),
            Address(server.Url, used, names).ToArray(),
            used.Select((variable, i) => new ServerVariableModel(names[i], variable.Default.Length > 0 ? variable.Default : null, Docs(variable)))
                .OrderBy(variable => variable.Default is null ? 0 : 1)
                .ToArray());
    }

    private static Contender Variable(ApiServerVariable variable)
    {
        string pascal = MemberNames.Pascal(variable.Name);
        return new Contender(MemberNames.Exactly(variable.Name, pascal).Prepend(pascal).Select(one => one is null ? null : MemberNames.Camel(one)));
    }

    private static IEnumerable<ServerPartModel> Address(string url, ApiServerVariable[] variables, Identifier[] names)
    {
        string rest = url.TrimEnd('/');
        while (rest.Length > 0)
        {
            int next = Enumerable.Range(0, variables.Length)
                .Where(i => rest.Contains("{" + variables[i].Name + "}"))
                .OrderBy(i => rest.IndexOf("{" + variables[i].Name + "}", System.StringComparison.Ordinal))
                .DefaultIfEmpty(-1)
                .First();
            string hole = next < 0 ? "" : "{" + variables[next].Name + "}";
            int at = next < 0 ? rest.Length : rest.IndexOf(hole, System.StringComparison.Ordinal);
            if (at > 0)
            {
                yield return new ServerPartModel(rest.Substring(0, at), null);
            }

            if (next >= 0)
            {
                yield return new ServerPartModel(null, names[next]);
            }

            rest = rest.Substring(at + hole.Length);
        }
    }

    private static DocsModel Docs(ApiServerVariable variable)
    {
        string? values = variable.Values.Count > 0 ? "One of " + string.Join(", ", variable.Values) + "." : null;
        string text = string.Join(" ", new[] { variable.Description, values }.Where(one => one is not null));
        return new DocsModel(text.Length > 0 ? text : "The variable " + variable.Name + ".", null, null);
    }
}
