using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The record of an object.</summary>
internal static class ObjectEmitter
{
    public static Code Shape(ObjectModel model, ClientScope scope) => $$"""
        {{Docs.For(model.Docs)}}
        {{Code.LineWhen(model.HasJson, Converter(model.Name))}}
        {{scope.Stamp}}
        {{scope.Access}} sealed partial record {{model.Name}}{{Bases(model)}}
        {
            {{Lines.Spaced(Members(model))}}
        }
        """;

    public static Code Converter(Identifier name) => $"[JsonConverter(typeof({name}Json))]";

    private static IEnumerable<Code> Members(ObjectModel model)
    {
        foreach (PropertyModel property in model.Properties.Where(property => !property.IsInherited))
        {
            yield return PropertyEmitter.Property(property);
        }

        yield return Additional(model.Additional);
        yield return PrintMembersEmitter.Override(model);
    }

    private static Code Additional(AdditionalModel additional) => additional.Kind switch
    {
        AdditionalKind.Kept => $$"""
            /// <summary>Members that this version does not know: kept as they came, and written back.</summary>
            public JsonMembers? {{additional.Name}} { get; init; }
            """,
        AdditionalKind.Typed => $$"""
            /// <summary>Members that the type does not name.</summary>
            public IReadOnlyDictionary<string, {{TypeOf(additional)}}>? {{additional.Name}} { get; init; }
            """,
        _ => Code.Drop,
    };

    private static CSharpType TypeOf(AdditionalModel additional) => CSharpType.Of(additional.Value!, additional.IsValueNullable);

    private static Code Bases(ObjectModel model)
    {
        Code bases = Lines.Inline((model.Base is { } name ? [name] : Enumerable.Empty<Identifier>())
            .Concat(model.Interfaces).Select(Name));
        return Code.When(model.Base is not null || model.Interfaces.Count > 0, $" : {bases}");
    }

    private static Code Name(Identifier name) => $"{name}";
}
