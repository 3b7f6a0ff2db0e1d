using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>A union told apart by a member: the base of its cases, and the case for what this version does not know.</summary>
internal static class UnionEmitter
{
    public static Code Shape(UnionModel model, ClientScope scope) => Lines.Spaced(
        model.IsInterface ? Interface(model, scope) : Record(model, scope),
        Unknown(model, scope));

    /// <summary>The parameters of the unknown case: its own names give way to members that all cases have.</summary>
    public static (Identifier Type, Identifier Json) UnknownParameters(UnionModel model)
    {
        var names = new HashSet<string>(model.Properties.Select(property => property.Name.Plain));
        return (Identifier.From(names.Contains("Type") ? "UnknownType" : "Type"), Identifier.From(names.Contains("Json") ? "UnknownJson" : "Json"));
    }

    private static Code Record(UnionModel model, ClientScope scope) => $$"""
        {{Docs.For(model.Docs)}}
        {{ObjectEmitter.Converter(model.Name)}}
        {{scope.Stamp}}
        {{scope.Access}} abstract partial record {{model.Name}}
        {
            {{Lines.Spaced(new[] { Constructor(model) }.Concat(model.Properties.Select(PropertyEmitter.Property)).Concat([PrintMembersEmitter.Virtual(model)]))}}
        }
        """;

    private static Code Constructor(UnionModel model) => $$"""
        private protected {{model.Name}}()
        {
        }
        """;

    private static Code Interface(UnionModel model, ClientScope scope) => $$"""
        {{Docs.For(model.Docs)}}
        {{ObjectEmitter.Converter(model.Name)}}
        {{scope.Stamp}}
        {{scope.Access}} partial interface {{model.Name}}
        {
            {{Lines.Spaced(model.Properties.Select(PropertyEmitter.Declaration))}}
        }
        """;

    private static Code Unknown(UnionModel model, ClientScope scope)
    {
        (Identifier type, Identifier json) = UnknownParameters(model);
        return $$"""
            /// <summary>A case of <see cref="{{model.Name}}"/> that this version does not know.</summary>
            /// <param name="{{type}}">What its member {{DiscriminatorText(model)}} says.</param>
            /// <param name="{{json}}">The object as it came; it is written as it is.</param>
            {{scope.Stamp}}
            {{scope.Access}} sealed partial record {{model.UnknownName}}(string {{type}}, JsonElement {{json}}) : {{model.Name}}{{UnknownBody(model)}}
            """;
    }

    private static Code DiscriminatorText(UnionModel model) => $"{Literal.Comment(DocText.Xml("`" + model.Discriminator + "`"))}";

    // An interface declares its members, it does not have them.
    private static Code UnknownBody(UnionModel model)
    {
        if (!model.IsInterface || model.Properties.Count == 0)
        {
            return $";";
        }

        return $$"""

            {
                {{Lines.Spaced(model.Properties.Select(PropertyEmitter.Property))}}
            }
            """;
    }
}
