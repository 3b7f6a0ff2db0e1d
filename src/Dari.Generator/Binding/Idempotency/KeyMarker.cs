using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Idempotency;

/// <summary>
/// <c>x-idempotency-key: true</c> on a header or on a member of a body says that the runtime puts the idempotency key
/// there.
/// </summary>
internal static class KeyMarker
{
    public const string Extension = "x-idempotency-key";

    public static bool IsOn(ApiSchema schema) => schema.Node.IsTrue(Extension);

    public static bool IsOn(ShapeProperty property) => property.Schemas.Any(IsOn);

    /// <summary>A header that is marked, or called as such headers are everywhere.</summary>
    public static bool IsKeyHeader(ApiParameter parameter) =>
        parameter.In == ApiParameterLocation.Header
        && (parameter.Name.ToLowerInvariant() is "idempotency-key" or "x-idempotency-key" || parameter.Node.IsTrue(Extension));

    /// <summary>The docs of a marked member: the caller need not set it.</summary>
    public static DocsModel Explain(DocsModel docs) =>
        docs with { Remarks = string.Join("\n\n", Texts(docs.Remarks, "Set with an idempotency key when it is left out.")) };

    private static IEnumerable<string> Texts(params string?[] texts) => texts.Where(text => text is { Length: > 0 })!;
}
