using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The resolver that gives all models of a client to System.Text.Json.</summary>
internal static class ResolverEmitter
{
    public static FilePart Part(ClientScope scope)
    {
        ClientModel client = scope.Client;
        bool isDeprecated = client.Types.Any(type => scope.IsObsolete(type.Name));
        return new FilePart(Class(client, scope), isDeprecated ? Pragmas.Deprecated : Pragmas.None);
    }

    private static Code Class(ClientModel client, ClientScope scope) => $$"""
        /// <summary>Gives the models of <see cref="{{client.Name}}"/> to System.Text.Json, alone or combined with a context of your own.</summary>
        {{scope.Stamp}}
        {{scope.Access}} sealed partial class {{client.Name}}Json : ModelResolver
        {
            private {{client.Name}}Json()
            {
                {{Lines.Stacked(Models(client).Select(Add))}}
            }

            /// <summary>The resolver; it can be shared.</summary>
            public static {{client.Name}}Json Default { get; } = new();
        }
        """;

    private static IEnumerable<TypeModel> Models(ClientModel client) =>
        client.Types.Where(type => type is ObjectModel { HasJson: true } or EnumModel or UnionModel or ChoiceModel);

    private static Code Add(TypeModel type) => $"Add(new {type.Name}Json());";
}
