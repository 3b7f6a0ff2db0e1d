using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Idempotency;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Naming.Types;
using Dari.Generator.Binding.Operations.Variants;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>Turns an operation into a method.</summary>
internal sealed class OperationBinder(BindingContext context, ErrorTableBinder errors, SecurityBinder security)
{
    /// <summary>More parameters than this beside those of the path go into a record.</summary>
    public const int InlineParameters = 2;

    private readonly ParameterBinder _parameters = new(context);
    private readonly BodyBinder _bodies = new(context);
    private readonly ResponseBinder _responses = new(context);
    private readonly HeaderBinder _headers = new(context);
    private readonly KeyFieldBinder _keyFields = new(context);

    /// <param name="operation">What becomes methods.</param>
    /// <param name="name">Of the first.</param>
    /// <param name="methods">Names of methods of the group.</param>
    public IEnumerable<OperationModel> Bind(ApiOperation operation, Identifier name, NameScope methods)
    {
        OperationModel first = Bind(operation, name);
        return new VariantBinder(context, _bodies, _responses, methods).Bind(operation, first).Prepend(first);
    }

    private OperationModel Bind(ApiOperation operation, Identifier name)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        var names = new NameScope("options", "cancellationToken");
        ParameterSet parameters = _parameters.Bind(operation, names);
        bool isRecord = parameters.Others.Count > InlineParameters;
        (Identifier? table, ErrorDocModel[] exceptions) = errors.Bind(operation);
        ResponseModel response = _responses.Bind(operation);
        return new OperationModel
        {
            Name = name,
            Method = operation.Method,
            Template = operation.Path,
            Path = ParameterBinder.Path(operation.Path, parameters.Path),
            Leading = parameters.Path.Concat(parameters.Others.Where(one => one.IsRequired && !isRecord)).ToArray(),
            Trailing = isRecord ? [] : parameters.Others.Where(one => !one.IsRequired).ToArray(),
            Query = isRecord ? Query(operation, parameters.Others, names) : null,
            Body = operation.Body is { } body ? _bodies.Bind(operation, body, names) : null,
            Response = response,
            Errors = table,
            Headers = _headers.Bind(operation),
            Exceptions = exceptions,
            Security = security.Of(operation),
            IdempotencyHeader = parameters.IdempotencyHeader,
            IdempotencyField = _keyFields.Field(operation),
            Accept = ResponseBinder.Accept(response.Kind, operation),
            BaseUrl = operation.Servers.Count > 0 ? Servers.Absolute(operation.Servers[0]) : null,
            Docs = Docs(operation),
            Pointer = operation.Pointer,
        };
    }

    private QueryUseModel Query(ApiOperation operation, IReadOnlyList<ParameterModel> parameters, NameScope names)
    {
        Identifier type = context.TypeNames.Of(operation, OperationRole.Query);
        context.ReportClash(operation.Node, "the query of " + operation.Pointer, context.TypeNames.WishedFor(type), type);
        context.Types.Declare(new QueryModel
        {
            Name = type,
            Docs = new DocsModel("Parameters of " + operation.Method + " " + operation.Path + ".", null, null),
            Pointer = operation.Pointer,
            Parameters = parameters.Select(one => one with { PropertyName = NotAs(type, one.PropertyName) }).ToArray(),
        });
        return new QueryUseModel(
            names.Take("query", "queryParameters"), type, parameters.Any(one => one.IsRequired), parameters.ToArray());
    }

    private static Identifier NotAs(Identifier type, Identifier property) =>
        property.Plain == type.Plain ? Identifier.From(property.Plain + "Value") : property;

    private static DocsModel Docs(ApiOperation operation)
    {
        string? summary = operation.Summary ?? operation.Description;
        string? remarks = operation.Summary is null ? null : operation.Description;
        return new DocsModel(summary, remarks == summary ? null : remarks, operation.IsDeprecated ? SchemaDocs.Deprecated : null);
    }
}
