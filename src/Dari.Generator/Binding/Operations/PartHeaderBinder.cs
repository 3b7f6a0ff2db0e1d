using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>Headers of the parts of a multipart body: properties of the form's record, named after part and header.</summary>
internal sealed class PartHeaderBinder(BindingContext context)
{
    // What the part is called and what it is made of is said elsewhere (OpenAPI 3.1.1, 4.8.15.1).
    private static readonly string[] NotHeaders = ["Content-Type", "Content-Disposition"];

    public ParameterModel[] Bind(ApiEncoding encoding, PropertyModel part, NameScope scope, Identifier form)
    {
        var headers = new List<ParameterModel>();
        foreach (ApiHeader header in encoding.Headers.Where(header => !NotHeaders.Contains(header.Name, StringComparer.OrdinalIgnoreCase)))
        {
            if (MediaTypes.IsToken(header.Name))
            {
                headers.Add(Header(header, part, scope, form));
            }
            else
            {
                context.Problems.Add(
                    DiagnosticDescriptors.PartLeftOut, header.Node, header.Pointer, "'" + header.Name + "' cannot be the name of a header (RFC 9110, 5.1)");
            }
        }

        return headers.ToArray();
    }

    public static PropertyModel Property(ParameterModel header) => new()
    {
        Name = header.PropertyName,
        WireName = header.WireName,
        Value = header.Value,
        Presence = header.IsRequired ? Presence.Required : Presence.Optional,
        Docs = header.Docs,
    };

    private ParameterModel Header(ApiHeader header, PropertyModel part, NameScope scope, Identifier form)
    {
        string wanted = part.Name.Plain + HeaderBinder.Pascal(header.Name);
        Identifier name = scope.Take(wanted, wanted + "Header");
        if (name.Plain != wanted)
        {
            context.Problems.Add(DiagnosticDescriptors.NameClash, header.Node, header.Pointer, wanted, name.Plain);
        }

        BoundValue bound = context.Schemas.Bind(header.Schema, new NameHint(form.Plain).Property(part.WireName).Suffix(HeaderBinder.Pascal(header.Name)));
        bool isChoice = bound.Value is NamedValue { IsValueType: true } named && context.Types.Find(named.Name) is ChoiceModel;
        return new ParameterModel
        {
            Name = name,
            PropertyName = name,
            WireName = header.Name,
            Place = ParameterPlace.Header,
            Value = bound.Value,
            IsRequired = header.IsRequired && part.Presence == Presence.Required && !bound.IsNullable,
            Style = header.ContentType is { } type && MediaTypes.IsJson(type)
                ? ParameterStyle.Json
                : ValueStyles.Of(ApiParameterStyle.Simple, explode: false, bound.Value, isChoice),
            Docs = new DocsModel(
                header.Description ?? "The header `" + header.Name + "` of the part `" + part.WireName + "`.",
                null,
                header.IsDeprecated ? SchemaDocs.Deprecated : null),
        };
    }
}
