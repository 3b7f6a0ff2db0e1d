using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The statements that make the request of an operation.</summary>
internal sealed class RequestCode
{
    private readonly OperationModel _operation;
    private readonly ClientScope _scope;
    private readonly LocalNames _names;

    // The others are parameters of the method that the operation itself does not have.
    public RequestCode(OperationModel operation, Signature signature, ClientScope scope, params Identifier[] others)
    {
        _operation = operation;
        _scope = scope;
        _names = new LocalNames(signature.Names().Concat(others.Select(name => name.Plain)));
        Local = _names.Take("call");
    }

    /// <summary>The local that holds the request.</summary>
    public Identifier Local { get; }

    public Code Statements() => Lines.Stacked(new[] { Creation() }.Concat(Additions()));

    private Code Creation()
    {
        Code initializers = Lines.Stacked(Initializers());
        if (initializers.IsDrop)
        {
            return $"var {Local} = new ApiRequest({Method()}, {PathEmitter.Path(_operation, _scope)});";
        }

        return $$"""
            var {{Local}} = new ApiRequest({{Method()}}, {{PathEmitter.Path(_operation, _scope)}})
            {
                {{initializers}}
            };
            """;
    }

    private IEnumerable<Code> Initializers()
    {
        if (_operation.Body is { } body)
        {
            yield return $"Content = {new BodyCode(body, _names).Expression()},";
        }

        if (_operation.Errors is { } errors)
        {
            yield return $"Errors = {_scope.Client.Name}Errors.{errors},";
        }

        if (_operation.Security is { } security)
        {
            yield return $"Security = {SecurityCode.Expression(security)},";
        }

        yield return Text("Accept", _operation.Accept);
        yield return Text("BaseUrl", _operation.BaseUrl);
        yield return Text("IdempotencyHeader", _operation.IdempotencyHeader);
        yield return Text("IdempotencyField", _operation.IdempotencyField);
    }

    private static Code Text(string property, string? text) =>
        text is null ? Code.Drop : $"{Identifier.From(property)} = {Literal.String(text)},";

    private IEnumerable<Code> Additions()
    {
        foreach (ParameterModel parameter in _operation.Leading.Concat(_operation.Trailing))
        {
            if (parameter.Place != ParameterPlace.Path)
            {
                yield return ParameterEmitter.Add(parameter, $"{Local}", $"{parameter.Name}", _scope);
            }
        }

        if (_operation.Query is { } query)
        {
            yield return $"{query.Name}{Code.When(!query.IsRequired, $"?")}.AddTo({Local});";
        }
    }

    private Code Method() => _operation.Method switch
    {
        "GET" => $"HttpMethod.Get",
        "PUT" => $"HttpMethod.Put",
        "POST" => $"HttpMethod.Post",
        "DELETE" => $"HttpMethod.Delete",
        "PATCH" => $"HttpMethod.Patch",
        "HEAD" => $"HttpMethod.Head",
        "OPTIONS" => $"HttpMethod.Options",
        "TRACE" => $"HttpMethod.Trace",
        var other => $"new HttpMethod({Literal.String(other)})",
    };
}
