using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Binding.Companions;

/// <summary>Names that the parameters of an operation's method have, for those of a companion that has them too.</summary>
internal static class SignatureNames
{
    public static IEnumerable<string> Of(OperationModel operation) => operation.Leading.Concat(operation.Trailing)
        .Select(parameter => parameter.Name.Plain)
        .Concat(operation.Body is { } body ? [body.Name.Plain] : [])
        .Concat(operation.Query is { } query ? [query.Name.Plain] : [])
        .Concat(["options", "cancellationToken"]);
}
