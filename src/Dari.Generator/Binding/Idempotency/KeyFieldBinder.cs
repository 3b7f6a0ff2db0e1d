using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Operations;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Idempotency;

/// <summary>Finds the member of a body that carries the idempotency key, and marks that mean nothing where they stand.</summary>
internal sealed class KeyFieldBinder(BindingContext context)
{
    /// <summary>The member of an operation's body that is marked; <see langword="null"/> when there is none.</summary>
    public string? Field(ApiOperation operation) => Marked(operation).FirstOrDefault(IsText)?.Name;

    public void ReportMisplaced()
    {
        ApiSchema[] marked = context.Usage.All
            .SelectMany(schema => schema.Properties)
            .Select(property => property.Schema)
            .Where(schema => IsSaid(schema.Node))
            .ToArray();
        HashSet<SpecNode> found = marked.Length == 0 ? [] : Found();
        foreach (ApiSchema schema in marked.Where(schema => !found.Contains(schema.Node)))
        {
            Report(schema.Node, schema.Pointer);
        }

        foreach (ApiParameter parameter in context.Document.Operations.SelectMany(operation => operation.Parameters))
        {
            if (IsSaid(parameter.Node) && !KeyMarker.IsKeyHeader(parameter))
            {
                Report(parameter.Node, parameter.Pointer);
            }
        }
    }

    private HashSet<SpecNode> Found() => [.. context.Document.Operations
        .SelectMany(operation => Marked(operation).Where(IsText).Take(1))
        .SelectMany(property => property.Schemas)
        .Select(schema => schema.Node)];

    private IEnumerable<ShapeProperty> Marked(ApiOperation operation) =>
        BodyBinder.Media(operation.Body) is { Schema: { } schema } media && CanCarry(media)
            ? context.Folder.Fold(schema).Properties.Where(KeyMarker.IsOn)
            : [];

    private static bool CanCarry(ApiMediaType media) =>
        MediaTypes.IsJson(media.Name) || MediaTypes.IsMultipart(media.Name) || MediaTypes.IsUrlEncoded(media.Name);

    private bool IsText(ShapeProperty property) =>
        property.Schemas.All(schema => (context.Folder.Fold(schema).Types | SchemaTypes.Null) is SchemaTypes.Null or (SchemaTypes.Null | SchemaTypes.String));

    private static bool IsSaid(SpecNode node) =>
        node.Member(KeyMarker.Extension) is { } mark && mark is not { Kind: SpecNodeKind.Boolean, Text: "false" };

    private void Report(SpecNode node, string pointer) =>
        context.Problems.Add(DiagnosticDescriptors.MisplacedKeyMark, node.Member(KeyMarker.Extension)!, pointer);
}
