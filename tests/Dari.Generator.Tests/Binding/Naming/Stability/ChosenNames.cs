using System.Text.Json.Nodes;
using Dari.Generator.Binding;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Dari.Generator.Specs.Syntax;
using Dari.Generator.Tests.Documents;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Binding.Naming.Stability;

/// <summary>Every name that was chosen for a document, by the place that it was chosen for.</summary>
/// <param name="All">Names by place.</param>
/// <param name="Clashing">Places where a name was taken, which may have another name when the other thing is gone.</param>
internal sealed record ChosenNames(IReadOnlyDictionary<string, string> All, IReadOnlySet<string> Clashing)
{
    /// <exception cref="InvalidDataException">The document is none.</exception>
    public static ChosenNames Of(JsonObject document)
    {
        Bound<ClientModel> bound = ClientBinder.Bind(
            new ClientRequest
            {
                Source = new SpecSource("/acme/acme.json", SourceText.From(SpecTree.Write(document))),
                Namespace = "Acme",
                ClientName = "AcmeClient",
                IsPublic = true,
            },
            CancellationToken.None);
        ClientModel client = bound.Value ?? throw new InvalidDataException("No client");
        var names = new Dictionary<string, string>();
        foreach (TagModel tag in client.Tags)
        {
            foreach (OperationModel operation in tag.Operations)
            {
                names[operation.Pointer] = tag.Property.Plain + "." + operation.Name.Plain;
                foreach (ParameterModel parameter in operation.Leading.Concat(operation.Trailing))
                {
                    names[operation.Pointer + "?" + parameter.Place + parameter.WireName] = parameter.Name.Plain;
                }
            }
        }

        foreach (TypeModel type in client.Types)
        {
            Add(names, type, type.GetType().Name + " " + type.Pointer);
        }

        return new ChosenNames(
            names,
            bound.Problems.Where(problem => problem.Descriptor.Id == "DARI020").Select(problem => problem.Arguments[0]).ToHashSet());
    }

    /// <summary>What is called otherwise in another document than here, of what both have and nothing competes for.</summary>
    public IEnumerable<string> DifferencesTo(ChosenNames other) =>
        from name in All
        where other.All.TryGetValue(name.Key, out string? there) && there != name.Value
        where !Clashing.Concat(other.Clashing).Any(place => name.Key.Contains(place, StringComparison.Ordinal))
        select name.Key + ": " + name.Value + " or " + other.All[name.Key];

    private static void Add(Dictionary<string, string> names, TypeModel type, string key)
    {
        // Types that stand for no schema of their own are told apart by their names.
        key = names.ContainsKey(key) || type is UnionModel ? key + " " + type.Name.Plain : key;
        names[key] = type.Name.Plain;
        switch (type)
        {
            case ObjectModel model:
                foreach (PropertyModel property in model.Properties)
                {
                    names[key + "/properties/" + property.WireName] = property.Name.Plain;
                }

                break;
            case EnumModel model:
                foreach (EnumValueModel value in model.Values)
                {
                    names[key + "=" + value.Wire] = value.Name.Plain;
                }

                break;
        }
    }
}
