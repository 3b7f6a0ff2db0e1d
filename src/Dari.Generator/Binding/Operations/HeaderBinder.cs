using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Naming.Types;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Diagnostics;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>
/// The record of the headers that the answers of an operation have, successes and errors alike: a limit that was reached
/// says in its headers when to come back.
/// </summary>
internal sealed class HeaderBinder(BindingContext context)
{
    /// <summary>Headers in document order, once by name; those of successes speak before those of errors.</summary>
    public static IReadOnlyList<ApiHeader> Of(ApiOperation operation)
    {
        if (operation.Responses.All(response => response.Headers.Count == 0))
        {
            return [];
        }

        ApiResponse[] successes = ResponseBinder.Successes(operation);
        return successes.Concat(operation.Responses.Except(successes))
            .SelectMany(response => response.Headers)
            .Where(IsRead)
            .GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.First())
            .ToArray();
    }

    /// <summary>What the type of a header's values would be called.</summary>
    public static NameHint Hint(string prefix, ApiHeader header) => new NameHint(prefix).Property(Words(header.Name));

    /// <summary>A header's name as a word in C#.</summary>
    public static string Pascal(string name) => MemberNames.Pascal(Words(name)).TrimStart('_');

    public Identifier? Bind(ApiOperation operation)
    {
        foreach (ApiHeader header in operation.Responses.SelectMany(response => response.Headers).Where(header => !MediaTypes.IsToken(header.Name)).Distinct())
        {
            context.Problems.Add(
                DiagnosticDescriptors.PartLeftOut, header.Node, header.Pointer, "'" + header.Name + "' cannot be the name of a header (RFC 9110, 5.1)");
        }

        IReadOnlyList<ApiHeader> headers = Of(operation);
        if (headers.Count == 0)
        {
            return null;
        }

        Identifier name = context.TypeNames.Of(operation, OperationRole.Headers);
        context.ReportClash(operation.Node, "the headers of " + operation.Pointer, context.TypeNames.WishedFor(name), name);
        NameScope scope = MemberNames.ScopeOf(name);
        scope.Reserve("From", name.Plain + "Wire");
        Identifier[] names = context.Members.Properties(
            scope, headers.Select(header => (NameOf(header, headers), new List<ApiSchema> { header.Schema }, header.Schema)).ToArray());
        context.Types.Declare(new HeadersModel
        {
            Name = name,
            Docs = new DocsModel("Headers of what " + operation.Method + " " + operation.Path + " answers.", null, null),
            Pointer = operation.Pointer,
            Headers = headers.Select((header, i) => Header(operation, header, names[i])).ToArray(),
        });
        return name;
    }

    // OpenAPI says that this one is ignored: the media type is declared elsewhere.
    private static bool IsRead(ApiHeader header) =>
        MediaTypes.IsToken(header.Name) && !header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);

    private HeaderModel Header(ApiOperation operation, ApiHeader header, Identifier name)
    {
        SchemaShape shape = context.Folder.Fold(header.Schema);
        DocsModel docs = SchemaDocs.OfMember(header.Schema, shape);
        (ValueModel value, HeaderForm form) = Value(header, Hint(context.Prefixes.Of(operation), header));
        docs = docs with
        {
            Summary = header.Description ?? docs.Summary ?? "The header `" + header.Name + "`.",
            Obsolete = header.IsDeprecated ? SchemaDocs.Deprecated : docs.Obsolete,
        };
        return new HeaderModel(name, header.Name, value, form, docs)
        {
            Separator = Separator(header.Style),
            JsonMembers = form is HeaderForm.Object or HeaderForm.ObjectExploded
                ? shape.Properties.Where(property => Form(property.Schemas[0]) == HeaderForm.Json).Select(property => property.Name).ToEquatableArray()
                : default,
        };
    }

    private static char Separator(ApiParameterStyle style) => style switch
    {
        ApiParameterStyle.SpaceDelimited => ' ',
        ApiParameterStyle.TabDelimited => '\t',
        ApiParameterStyle.PipeDelimited => '|',
        _ => ',',
    };

    /// <summary>What may be of several kinds stays text, and so do objects of more than single values: nothing says how to read them.</summary>
    private (ValueModel Value, HeaderForm Form) Value(ApiHeader header, NameHint hint)
    {
        if (header.ContentType is { } type)
        {
            return MediaTypes.IsJson(type) ? (context.Schemas.Bind(header.Schema, hint).Value, HeaderForm.Json) : (Text, HeaderForm.Text);
        }

        SchemaShape shape = context.Folder.Fold(header.Schema);
        if (Form(header.Schema) is { } form)
        {
            return (context.Schemas.Bind(header.Schema, hint).Value, form);
        }

        if (IsFlat(header.Schema, shape))
        {
            return (context.Schemas.Bind(header.Schema, hint).Value, header.Explode ? HeaderForm.ObjectExploded : HeaderForm.Object);
        }

        return shape.Items is { } items && Form(items) is { } each && context.Schemas.Bind(header.Schema, hint).Value is ListValue { IsItemNullable: false } list
            ? (list, each == HeaderForm.Text ? HeaderForm.Texts : HeaderForm.Jsons)
            : (Text, HeaderForm.Text);
    }

    private bool IsFlat(ApiSchema schema, SchemaShape shape) =>
        context.Classifier.Classify(schema) == SchemaKind.Object && shape.Properties.Count > 0 && shape.Properties.All(property => property.Alternatives.Count == 0 && Form(property.Schemas[0]) is not null);

    private static ScalarValue Text => new(ScalarKind.String);

    /// <summary><see langword="null"/> for what is no single text or number.</summary>
    private HeaderForm? Form(ApiSchema schema)
    {
        SchemaTypes types = SchemaClassifier.TypesOf(context.Folder.Fold(schema)) & ~SchemaTypes.Null;
        return context.Classifier.Classify(schema) switch
        {
            SchemaKind.Scalar or SchemaKind.Enum when types == SchemaTypes.String => HeaderForm.Text,
            SchemaKind.Scalar or SchemaKind.Enum when types is SchemaTypes.Integer or SchemaTypes.Number or SchemaTypes.Boolean => HeaderForm.Json,
            _ => null,
        };
    }

    /// <summary>Without <c>X-</c>, unless there is one without as well.</summary>
    private static string NameOf(ApiHeader header, IReadOnlyList<ApiHeader> all) =>
        all.Any(other => other != header && other.Name.Equals(Words(header.Name), StringComparison.OrdinalIgnoreCase)) ? header.Name : Words(header.Name);

    // "X-" only ever said that a header is not a standard one (RFC 6648).
    private static string Words(string name) =>
        name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) && name.Length > 2 ? name.Substring(2) : name;
}
