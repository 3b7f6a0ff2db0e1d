using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Parameters of an operation's method in their order, and the checks of those that must not be null.</summary>
internal sealed class Signature(OperationModel operation)
{
    /// <summary>With those of a companion before the options.</summary>
    public IEnumerable<Code> Parameters(params Code[] more) => Required().Concat(Optional()).Concat(more)
        .Concat(new Code[] { $"RequestOptions? options = null", $"CancellationToken cancellationToken = default" });

    public IEnumerable<string> Names() => operation.Leading.Concat(operation.Trailing).Select(parameter => parameter.Name.Plain)
        .Concat(operation.Body is { } body ? [body.Name.Plain] : [])
        .Concat(operation.Query is { } query ? [query.Name.Plain] : [])
        .Concat(["options", "cancellationToken"]);

    /// <summary>Those of a call of the operation's own method, in the order of <see cref="Parameters"/>.</summary>
    public IEnumerable<Code> Arguments() => operation.Leading.Select(parameter => parameter.Name)
        .Concat(Of(operation.Body, isRequired: true)).Concat(Of(operation.Query, isRequired: true))
        .Concat(Of(operation.Body, isRequired: false)).Concat(Of(operation.Query, isRequired: false))
        .Concat(operation.Trailing.Select(parameter => parameter.Name))
        .Select(name => (Code)$"{name}")
        .Concat(new Code[] { $"options", $"cancellationToken" });

    public IEnumerable<Code> Checks()
    {
        foreach (ParameterModel parameter in operation.Leading.Where(MustCheck))
        {
            yield return Check(parameter.Name);
        }

        if (operation.Body is { IsRequired: true } body && !IsNullable(body) && !BodyType(body).IsValueType)
        {
            yield return Check(body.Name);
        }

        if (operation.Query is { IsRequired: true } query)
        {
            yield return Check(query.Name);
        }
    }

    public static CSharpType BodyType(BodyModel body) => body.Kind switch
    {
        BodyKind.Binary when body.IsFile => CSharpType.Of(body.Value),
        BodyKind.Binary => CSharpType.Stream,
        BodyKind.Lines => CSharpType.StreamOf(CSharpType.Of(body.Value, body.IsNullable)),
        _ => CSharpType.Of(body.Value),
    };

    // Of lines it is an item that may be null.
    private static bool IsNullable(BodyModel body) => body.IsNullable && body.Kind != BodyKind.Lines;

    // C# wants what has a default behind what has none.
    private IEnumerable<Code> Required()
    {
        foreach (ParameterModel parameter in operation.Leading)
        {
            yield return $"{CSharpType.Of(parameter.Value)} {parameter.Name}";
        }

        if (operation.Body is { IsRequired: true } body)
        {
            yield return $"{Nullable(BodyType(body), IsNullable(body))} {body.Name}";
        }

        if (operation.Query is { IsRequired: true } query)
        {
            yield return $"{query.Type} {query.Name}";
        }
    }

    private IEnumerable<Code> Optional()
    {
        if (operation.Body is { IsRequired: false } body)
        {
            yield return $"{BodyType(body).OrNull()} {body.Name} = null";
        }

        if (operation.Query is { IsRequired: false } query)
        {
            yield return $"{query.Type}? {query.Name} = null";
        }

        foreach (ParameterModel parameter in operation.Trailing)
        {
            yield return $"{CSharpType.OrNull(parameter.Value)} {parameter.Name} = null";
        }
    }

    // An empty or missing segment is refused where the path is made.
    private static bool MustCheck(ParameterModel parameter) => !CSharpType.Of(parameter.Value).IsValueType
        && !(parameter.Place == ParameterPlace.Path && parameter.Value is ScalarValue { Kind: ScalarKind.String });

    private static Identifier[] Of(BodyModel? body, bool isRequired) => body is not null && body.IsRequired == isRequired ? [body.Name] : [];

    private static Identifier[] Of(QueryUseModel? query, bool isRequired) =>
        query is not null && query.IsRequired == isRequired ? [query.Name] : [];

    private static CSharpType Nullable(CSharpType type, bool isNullable) => isNullable ? type.OrNull() : type;

    private static Code Check(Identifier name) => $"ArgumentNullException.ThrowIfNull({name});";
}
