using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The interface and the class of a group of operations.</summary>
internal static class TagClientEmitter
{
    public static FilePart Part(TagModel tag, ClientScope scope)
    {
        bool isDeprecated = tag.Docs.Obsolete is not null
            || tag.Operations.SelectMany(References.In).Any(scope.IsObsolete)
            || tag.Operations.SelectMany(operation => operation.Companions).Any(companion => companion.UsesDeprecated);
        return new FilePart(Lines.Spaced(Interface(tag, scope), Class(tag, scope)), isDeprecated ? Pragmas.Deprecated : Pragmas.None);
    }

    /// <summary>What the header of the file says behind the name of the document.</summary>
    public static string Origin(TagModel tag) => tag.Tag is null ? "operations without a tag" : "tag \"" + tag.Tag + "\"";

    public static Code DocsOf(TagModel tag) =>
        Docs.For(tag.Docs, tag.Tag is null ? "Operations without a tag." : "Operations of the tag `" + tag.Tag + "`.");

    private static Code Interface(TagModel tag, ClientScope scope) => $$"""
        {{DocsOf(tag)}}
        {{scope.Stamp}}
        {{scope.Access}} partial interface {{tag.Interface}}
        {
            {{Lines.Spaced(OperationEmitter.Declarations(tag, scope))}}
        }
        """;

    private static Code Class(TagModel tag, ClientScope scope) => $$"""
        /// <inheritdoc cref="{{tag.Interface}}"/>
        {{scope.Stamp}}
        {{scope.Access}} sealed partial class {{tag.Type}} : {{tag.Interface}}
        {
            private readonly ApiPipeline _pipeline;

            internal {{tag.Type}}(ApiPipeline pipeline) => _pipeline = pipeline;

            {{Lines.Spaced(OperationEmitter.Methods(tag, scope))}}
        }
        """;
}
