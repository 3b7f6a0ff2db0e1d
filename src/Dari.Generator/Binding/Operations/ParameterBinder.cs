using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Idempotency;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Paths;

namespace Dari.Generator.Binding.Operations;

/// <summary>Parameters of an operation: what is asked of the caller, in which order, and how it is written.</summary>
internal sealed class ParameterBinder(BindingContext context)
{
    private readonly ParameterNames _names = new(context.Overrides, context.Problems);

    public ParameterSet Bind(ApiOperation operation, NameScope names)
    {
        ApiParameter[] asked = operation.Parameters.Where(parameter => IsAsked(operation, parameter)).ToArray();
        (Identifier[] arguments, Identifier[] properties) = _names.Of(asked, names);
        ParameterModel[] all = asked.Select((parameter, i) => Parameter(operation, parameter, arguments[i], properties[i])).ToArray();
        ParameterModel[] path = InTemplateOrder(operation, all.Where(parameter => parameter.Place == ParameterPlace.Path)).ToArray();
        ParameterModel[] others = all.Where(parameter => parameter.Place != ParameterPlace.Path).ToArray();
        return new ParameterSet(
            path,
            others,
            operation.Parameters.FirstOrDefault(KeyMarker.IsKeyHeader)?.Name);
    }

    /// <summary>The path cut at its holes.</summary>
    public static PathPartModel[] Path(string template, IReadOnlyList<ParameterModel> parameters)
    {
        var parts = new List<PathPartModel>();
        string rest = WithoutQueryHoles(template);
        foreach (PathHole hole in PathTemplate.Holes(rest))
        {
            ParameterModel? parameter = parameters.FirstOrDefault(one => one.WireName == hole.Name);
            int start = rest.IndexOf("{" + hole.Text + "}", StringComparison.Ordinal);
            if (parameter is null)
            {
                continue;
            }

            AddText(parts, rest.Substring(0, start));
            parts.Add(new PathPartModel(null, parameter));
            rest = rest.Substring(start + hole.Text.Length + 2);
        }

        AddText(parts, rest);
        return parts.ToArray();
    }

    private static void AddText(List<PathPartModel> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new PathPartModel(text, null));
        }
    }

    /// <summary>
    /// Some documents write a query into the path. What is fixed there (<c>?beta=true</c>) belongs to every call; holes are
    /// query parameters and are sent as those.
    /// </summary>
    private static string WithoutQueryHoles(string template)
    {
        string path = template.Split('#')[0];
        int query = path.IndexOf('?');
        if (query < 0)
        {
            return path;
        }

        string[] pairs = path.Substring(query + 1).Split('&').Where(pair => pair.Length > 0 && !pair.Contains("{")).ToArray();
        return path.Substring(0, query) + (pairs.Length == 0 ? "" : "?" + string.Join("&", pairs));
    }

    private bool IsAsked(ApiOperation operation, ApiParameter parameter) =>
        !KeyMarker.IsKeyHeader(parameter)
        && CanBeSent(parameter)
        && !HeadersNotAsked.IsDeclaredElsewhere(parameter)
        && !IsWrittenByConnection(parameter)
        && !(parameter.In == ApiParameterLocation.Header && IsCredential(operation, parameter));

    private bool IsWrittenByConnection(ApiParameter parameter)
    {
        if (!HeadersNotAsked.IsOfConnection(parameter))
        {
            return false;
        }

        context.Problems.Add(DiagnosticDescriptors.HeaderOfConnection, parameter.Node, parameter.Pointer, parameter.Name);
        return true;
    }

    private bool CanBeSent(ApiParameter parameter)
    {
        if (parameter.In is not (ApiParameterLocation.Header or ApiParameterLocation.Cookie) || MediaTypes.IsToken(parameter.Name))
        {
            return true;
        }

        context.Problems.Add(
            DiagnosticDescriptors.PartLeftOut, parameter.Node, parameter.Pointer, "'" + parameter.Name + "' cannot be the name of a header or cookie (RFC 9110, 5.1; RFC 6265, 4.1.1)");
        return false;
    }

    /// <summary>A header that one of the operation's security schemes fills in already.</summary>
    private bool IsCredential(ApiOperation operation, ApiParameter parameter) =>
        context.Document.SecuritySchemes.Any(scheme =>
            scheme is { Kind: ApiSecuritySchemeKind.ApiKey, In: ApiParameterLocation.Header }
            && string.Equals(scheme.ParameterName, parameter.Name, StringComparison.OrdinalIgnoreCase)
            && (operation.Security ?? context.Document.Security).Any(requirement => requirement.Schemes.Contains(scheme.Name)));

    private ParameterModel Parameter(ApiOperation operation, ApiParameter parameter, Identifier name, Identifier property)
    {
        var hint = new NameHint(context.Prefixes.Of(operation) + MemberNames.Pascal(parameter.Name).TrimStart('_'));
        BoundValue bound = context.Schemas.Bind(parameter.Schema, hint);
        SchemaShape shape = context.Folder.Fold(parameter.Schema);
        DocsModel docs = SchemaDocs.OfMember(parameter.Schema, shape);
        return new ParameterModel
        {
            Name = name,
            PropertyName = property,
            WireName = parameter.Name,
            Place = Place(parameter.In),
            Value = bound.Value,
            IsRequired = parameter.IsRequired && (parameter.In == ApiParameterLocation.Path || !bound.IsNullable),
            Style = Style(parameter, bound.Value),
            Prefix = parameter.Extension("x-query-prefix")?.Text,
            AllowReserved = parameter.AllowReserved,
            Docs = docs with
            {
                Summary = parameter.Description ?? docs.Summary,
                Obsolete = parameter.IsDeprecated ? SchemaDocs.Deprecated : docs.Obsolete,
            },
        };
    }

    private static ParameterPlace Place(ApiParameterLocation location) => location switch
    {
        ApiParameterLocation.Path => ParameterPlace.Path,
        ApiParameterLocation.Header => ParameterPlace.Header,
        ApiParameterLocation.Cookie => ParameterPlace.Cookie,
        _ => ParameterPlace.Query,
    };

    private ParameterStyle Style(ApiParameter parameter, ValueModel value)
    {
        bool isChoice = value is NamedValue { IsValueType: true } named && context.Types.Find(named.Name) is ChoiceModel;
        if (parameter.ContentType is { } contentType)
        {
            bool isText = value is ScalarValue { Kind: not (ScalarKind.Any or ScalarKind.Object) } || (value is NamedValue { IsValueType: true } && !isChoice);
            bool isWhole = parameter.In == ApiParameterLocation.QueryString;
            return isWhole && MediaTypes.IsUrlEncoded(contentType) && !isText ? ParameterStyle.ObjectExploded
                : isWhole ? ParameterStyle.WholeQuery
                : isText && !MediaTypes.IsJson(contentType) ? ParameterStyle.Plain
                : ParameterStyle.Json;
        }

        return ValueStyles.Of(parameter.Style, parameter.Explode, value, isChoice);
    }

    private static IEnumerable<ParameterModel> InTemplateOrder(ApiOperation operation, IEnumerable<ParameterModel> parameters) =>
        parameters.OrderBy(parameter => PathTemplate.Holes(operation.Path).ToList().FindIndex(hole => hole.Name == parameter.WireName));
}

/// <summary>What an operation asks for besides its body; <paramref name="IdempotencyHeader"/> is filled in by the runtime.</summary>
internal sealed record ParameterSet(
    IReadOnlyList<ParameterModel> Path, IReadOnlyList<ParameterModel> Others, string? IdempotencyHeader);
