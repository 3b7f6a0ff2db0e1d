using System.Collections.Generic;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Schemas;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Versions.Swagger2;

/// <summary>Reads parameters of 2.0 other than bodies. One that many operations mention is read once.</summary>
internal sealed class SwaggerParameterReader(ReadContext context, SchemaReader schemas)
{
    private readonly Dictionary<SpecNode, ApiParameter?> _read = [];

    /// <summary><see langword="null"/> for one that goes nowhere, which is reported.</summary>
    public ApiParameter? Read(SpecPlace place)
    {
        if (!_read.TryGetValue(place.Node, out ApiParameter? parameter))
        {
            parameter = ReadOne(place);
            _read.Add(place.Node, parameter);
        }

        return parameter;
    }

    private ApiParameter? ReadOne(SpecPlace place)
    {
        ApiParameterLocation? location = context.Text(place, "in")?.ToLowerInvariant() switch
        {
            "path" => ApiParameterLocation.Path,
            "query" => ApiParameterLocation.Query,
            "header" => ApiParameterLocation.Header,
            _ => null,
        };

        if (location is null)
        {
            context.ReportLeftOut(place, "it needs 'in' (path, query, header, formData or body)");
            return null;
        }

        bool isForm = location == ApiParameterLocation.Query;
        (ApiParameterStyle style, bool explode) = SwaggerCollectionFormat.Read(context, place, isForm);
        return new ApiParameter
        {
            Node = place.Node,
            Pointer = place.Pointer.ToString(),
            Name = context.Text(place, "name") ?? "",
            In = location.Value,
            Description = context.Text(place, "description"),
            IsRequired = location == ApiParameterLocation.Path || (context.Flag(place, "required") ?? false),
            IsDeprecated = (context.Flag(place, "deprecated") ?? false) || (context.Flag(place, "x-deprecated") ?? false),
            Style = style,
            Explode = explode,

            // A "schema" belongs to bodies only, but some documents have it here.
            Schema = schemas.Read(place.Member("schema") ?? place),
        };
    }
}
