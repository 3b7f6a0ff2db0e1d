using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Naming;

/// <summary>
/// Names that a document asks for by extensions: ours first, then those of other generators that documents in the world
/// carry. An extension that gives no name which C# could use is reported where it stands, and the rules go on without it.
/// </summary>
/// <remarks>
/// Where they are described: azure.github.io/autorest/extensions (<c>x-ms-…</c>), speakeasy.com/docs/speakeasy-extensions,
/// buildwithfern.com/learn/api-definitions/openapi/extensions, openapi-generator.tech (<c>x-enum-varnames</c>,
/// <c>x-codegen-request-body-name</c>), loopback.io (<c>x-operation-name</c>), NSwag (<c>x-enumNames</c>).
/// </remarks>
internal sealed class NameOverrides(ProblemList problems)
{
    private const string Own = "x-dari-name";

    private static readonly string[] OfTypes = [Own, "x-dari-type-name", "x-ms-client-name", "x-speakeasy-name-override", "x-fern-type-name"];
    private static readonly string[] OfMemberTypes = ["x-dari-type-name", "x-speakeasy-name-override", "x-fern-type-name"];
    private static readonly string[] OfProperties = [Own, "x-ms-client-name", "x-fern-property-name"];
    private static readonly string[] OfParameters = [Own, "x-ms-client-name", "x-speakeasy-name-override", "x-fern-parameter-name"];
    private static readonly string[] OfOperations =
        [Own, "x-ms-client-name", "x-speakeasy-name-override", "x-fern-sdk-method-name", "x-operation-name"];

    private static readonly string[] OfGroups = ["x-dari-group", "x-speakeasy-group", "x-fern-sdk-group-name", "x-operation-group-name"];
    private static readonly string[] OfTags = [Own, "x-fern-sdk-group-name"];
    private static readonly string[] OfBodies = [Own, "x-codegen-request-body-name", "x-codegen-body-parameter-name", "x-ms-requestBody-name"];

    private readonly HashSet<SpecNode> _reported = [];

    /// <summary>The type of a schema under components, of a body, an item or a branch.</summary>
    public string? Type(ApiSchema schema) => !HasExtension(schema.Node) ? null : First(schema.Node, schema.Pointer, OfTypes) ?? EnumType(schema) ?? Stainless(schema, "type_name");

    /// <summary>The type of a schema that stands as a property: its <c>x-dari-name</c> names the property.</summary>
    public string? TypeOfMember(ApiSchema schema) => !HasExtension(schema.Node) ? null :
        First(schema.Node, schema.Pointer, OfMemberTypes) ?? EnumType(schema) ?? Stainless(schema, "type_name");

    public string? Property(ApiSchema schema) => !HasExtension(schema.Node) ? null : First(schema.Node, schema.Pointer, OfProperties) ?? Stainless(schema, "property_name");

    public string? Parameter(ApiParameter parameter) =>
        HasExtension(parameter.Node) ? First(parameter.Node, parameter.Pointer, OfParameters) : null;

    public string? Operation(ApiOperation operation) => First(operation.Node, operation.Pointer, OfOperations);

    /// <summary>The group that an operation itself asks for.</summary>
    public string? Group(ApiOperation operation) => First(operation.Node, operation.Pointer, OfGroups);

    public string? Tag(ApiTag tag) => First(tag.Node, "tag '" + tag.Name + "'", OfTags);

    /// <summary>The parameter that takes the body.</summary>
    public string? Body(ApiOperation operation, ApiRequestBody body) =>
        First(body.Node, body.Pointer, OfBodies) ?? First(operation.Node, operation.Pointer, OfBodies.Skip(1).ToArray());

    /// <summary>A name that an extension gives to a value of an enumeration.</summary>
    public string? Value(SpecNode node, string pointer, string extension) => Read(node, pointer, extension);

    /// <summary>Says that an extension cannot be used.</summary>
    public void Refuse(SpecNode node, string pointer, string extension, string reason)
    {
        if (_reported.Add(node))
        {
            problems.Add(
                extension.StartsWith("x-dari-", StringComparison.Ordinal) ? DiagnosticDescriptors.InvalidName : DiagnosticDescriptors.InvalidVendorName,
                node,
                pointer,
                extension,
                reason);
        }
    }

    // Most have none, and their pointers are text that need not be made then.
    private static bool HasExtension(SpecNode node)
    {
        foreach (SpecMember member in node.Members)
        {
            if (member.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private string? EnumType(ApiSchema schema) =>
        schema.Extension("x-ms-enum") is { Kind: SpecNodeKind.Object } ms && ms.Member("name") is { } name
            ? Read(name, schema.Pointer, "x-ms-enum")
            : null;

    // Stainless gives names by language.
    private string? Stainless(ApiSchema schema, string member) =>
        schema.Extension("x-stainless-naming")?.Member("csharp")?.Member(member) is { } name
            ? Read(name, schema.Pointer, "x-stainless-naming")
            : null;

    private string? First(SpecNode node, string pointer, string[] extensions)
    {
        foreach (string extension in extensions)
        {
            if (node.Member(extension) is { } value && Read(value, pointer, extension) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private string? Read(SpecNode value, string pointer, string extension)
    {
        // Groups may be lists (fern) or dotted (speakeasy): the words of all their levels.
        string text = value.Kind == SpecNodeKind.Array ? string.Join(" ", value.Items.Select(item => item.Text)) : value.Text;
        bool isText = value.Kind == SpecNodeKind.String
            || (value.Kind == SpecNodeKind.Array && value.Items.Length > 0 && value.Items.All(item => item.Kind == SpecNodeKind.String));
        string? reason = !isText ? "it must be a text" : Flaw(text);
        if (reason is null)
        {
            return NameLength.Bounded(IsFinished(text) ? text : Words.Pascal(text));
        }

        Refuse(value, pointer, extension, reason);
        return null;
    }

    private static string? Flaw(string text) => Words.Pascal(text) switch
    {
        "" => "it has neither letters nor digits",
        var name when char.IsDigit(name[0]) => "it begins with a digit",
        var name when !Identifier.IsValid(name) => "it has characters that names in C# cannot have",
        _ => null,
    };

    // "HTTPServer" was meant as it stands by who wrote it for C#.
    private static bool IsFinished(string text) => char.IsUpper(text[0]) && text.All(c => char.IsLetterOrDigit(c)) && text.Any(char.IsLower) && Identifier.IsValid(text);
}
