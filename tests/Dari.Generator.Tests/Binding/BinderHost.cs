using Dari.Generator.Binding;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Binding;

/// <summary>Binds a document given as YAML, without a compiler around it.</summary>
internal static class BinderHost
{
    public const string Head = "openapi: 3.1.0\ninfo: { title: Pets API, version: '1' }\n";

    public static Bound<ClientModel> Bind(string yaml, params string[] tags) => ClientBinder.Bind(
        new ClientRequest
        {
            Source = new SpecSource("pets.yaml", SourceText.From(Head + yaml)),
            Namespace = "Acme.Pets",
            ClientName = "",
            IsPublic = true,
            Tags = tags,
        },
        CancellationToken.None);

    public static T Type<T>(string yaml, string name)
        where T : TypeModel
    {
        ClientModel client = Bind(yaml).Value!;
        return Assert.IsType<T>(Assert.Single(client.Types, type => type.Name.Plain == name));
    }

    public static IReadOnlyList<OperationModel> Operations(string yaml) =>
        Bind(yaml).Value!.Tags.SelectMany(tag => tag.Operations).ToArray();

    /// <summary>C#-like text of a value, for tables.</summary>
    public static string Text(ValueModel? value) => value switch
    {
        null => "void",
        ScalarValue scalar => scalar.Kind.ToString(),
        NamedValue named => named.Name.Plain,
        ListValue list => "List<" + Text(list.Item) + (list.IsItemNullable ? "?>" : ">"),
        MapValue map => "Map<" + Text(map.Item) + (map.IsItemNullable ? "?>" : ">"),
        _ => value.ToString(),
    };
}
