using Dari.Generator.Review.Contracts;

namespace Dari.Review.OtherReader;

/// <summary>What our reading found, in words that another reading can be held against.</summary>
internal static class OurFacts
{
    public static IEnumerable<string> Of(ContractNode contract) => contract.Children.SelectMany(node => node.Kind switch
    {
        ContractKind.Operation => Operation(node),
        ContractKind.Type when !node.Name.Contains('#', StringComparison.Ordinal) => Schema(node),
        _ => [],
    });

    private static IEnumerable<string> Operation(ContractNode node)
    {
        string name = node.Name.Split(' ')[0] + " " + (node.Fact("path") ?? node.Name.Split(' ')[1]);
        return node.Of(ContractKind.Parameter).Select(parameter => FactWords.Parameter(name, Place(parameter), Name(parameter), IsRequired(parameter)))
            .Prepend(FactWords.Operation(name));
    }

    private static IEnumerable<string> Schema(ContractNode node) => node.Of(ContractKind.Property)
        .Select(property => FactWords.Property(node.Name, property.Name, property.Has("required")))
        .Prepend(FactWords.Schema(node.Name));

    private static string Place(ContractNode parameter) => parameter.Name.Split(' ')[0];

    private static string Name(ContractNode parameter) => parameter.Fact("name") ?? parameter.Name[(parameter.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static bool IsRequired(ContractNode parameter) => parameter.Has("required") || Place(parameter) == "path";
}
