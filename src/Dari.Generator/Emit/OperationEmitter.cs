using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Emit.Companions;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The method of an operation: documented in the interface, written out in the class.</summary>
internal sealed class OperationEmitter(OperationModel operation, ClientScope scope)
{
    private readonly Signature _signature = new(operation);
    private readonly ResponseCode _response = new(operation.Response);

    public Code Declaration() => $$"""
        {{OperationDocs.Of(operation)}}
        {{_response.Type()}} {{operation.Name}}(
            {{Lines.Listed(_signature.Parameters())}});
        """;

    public Code Method()
    {
        var request = new RequestCode(operation, _signature, scope);
        return $$"""
            /// <inheritdoc/>
            {{Docs.Obsolete(operation.Docs)}}
            public {{_response.Type()}} {{operation.Name}}(
                {{Lines.Listed(_signature.Parameters())}})
            {
                {{Lines.Spaced(Lines.Stacked(_signature.Checks()), request.Statements(), _response.Return(request.Local))}}
            }
            """;
    }

    /// <summary>In the order in which they stand in the interface.</summary>
    public static IEnumerable<Code> Declarations(TagModel tag, ClientScope scope) =>
        tag.Operations.SelectMany(operation => operation.Companions
            .Select(companion => CompanionEmitter.Declaration(companion, operation, scope))
            .Prepend(new OperationEmitter(operation, scope).Declaration()));

    public static IEnumerable<Code> Methods(TagModel tag, ClientScope scope) =>
        tag.Operations.SelectMany(operation => operation.Companions
            .Select(companion => CompanionEmitter.Method(companion, operation, scope))
            .Prepend(new OperationEmitter(operation, scope).Method()));
}
