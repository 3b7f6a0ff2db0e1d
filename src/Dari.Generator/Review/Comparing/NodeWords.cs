using Dari.Generator.Review.Contracts;

namespace Dari.Generator.Review.Comparing;

/// <summary>Parts of a contract in the words of people.</summary>
internal static class NodeWords
{
    /// <summary>As a step of a path.</summary>
    public static string Step(ContractNode node) => node.Kind switch
    {
        ContractKind.Property => "." + node.Name,
        ContractKind.Items => node.Name.Length > 0 ? node.Name + "[]" : "[]",
        ContractKind.Prefix => "[" + node.Name + "]",
        ContractKind.Additional => "{}",
        ContractKind.Pattern => "{" + node.Name + "}",
        ContractKind.Media => node.Name,
        ContractKind.Body => "body",
        ContractKind.Case => "case " + node.Name,
        ContractKind.Value => "value " + node.Name,
        ContractKind.Parameter => node.Name,
        _ => (node.Kind.ToString().ToLowerInvariant() + " " + node.Name).Trim(),
    };

    /// <summary>As the subject of a sentence.</summary>
    public static string Subject(ContractNode node) => node.Kind switch
    {
        ContractKind.Api => "the API",
        ContractKind.Operation => Operation(node),
        ContractKind.Webhook => "webhook " + node.Name,
        ContractKind.Callback => "callback " + node.Name,
        ContractKind.Server => "server " + node.Name,
        ContractKind.Scheme => "security scheme " + node.Name,
        ContractKind.Parameter => ParameterWords(node),
        ContractKind.Body => "the body",
        ContractKind.Media => node.Name,
        ContractKind.Response => "status " + node.Name,
        ContractKind.Encoding => "'" + node.Name + "'",
        ContractKind.Header => "header " + node.Name,
        ContractKind.Type => "schema " + node.Name,
        ContractKind.Property => "property '" + node.Name + "'",
        ContractKind.Items => "an item",
        ContractKind.Prefix => "item " + node.Name,
        ContractKind.Additional => "another member",
        ContractKind.Case => "case " + node.Name,
        ContractKind.Value => "value '" + node.Name + "'",
        ContractKind.Mapping => "value '" + node.Name + "' of the discriminator",
        _ => (node.Kind.ToString().ToLowerInvariant() + " " + node.Name).Trim(),
    };

    /// <summary>With the names of its parameters, which its own name leaves out.</summary>
    public static string Operation(ContractNode node) =>
        node.Fact("path") is { } path ? node.Name.Split(' ')[0] + " " + path : node.Name;

    private static string ParameterWords(ContractNode node)
    {
        string[] words = node.Name.Split([' '], 2);
        return words[0] + " parameter '" + (node.Fact("name") ?? words[words.Length - 1]) + "'";
    }
}
