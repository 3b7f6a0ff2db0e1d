using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Versions;

namespace Dari.Generator.Specs.Paths;

/// <summary>Reads one operation.</summary>
internal sealed class OperationReader(ReadContext context, IVersionParts parts, SecurityReader security)
{
    private readonly ParameterFolder _parameters = new(context);
    private readonly ResponsesReader _responses = new(context, parts);

    public ApiOperation? Read(
        string path,
        string method,
        SpecPlace place,
        PathItem item,
        Func<IReadOnlyList<ApiParameter>, IReadOnlyList<ApiParameter>> completeParameters)
    {
        if (!context.ExpectObject(place, "an operation"))
        {
            return null;
        }

        OperationInput input = parts.Input(place, _parameters.Fold(item.Member("parameters"), place.Member("parameters")));
        IReadOnlyList<ApiServer> servers = parts.Servers(place);
        return new ApiOperation
        {
            Node = place.Node,
            Pointer = place.Pointer.ToString(),
            Path = path,
            Method = method,
            OperationId = context.Text(place, "operationId") is { Length: > 0 } id ? id : null,
            Tags = Tags(place),
            Summary = context.Text(place, "summary") ?? ItemText(item, "summary"),
            Description = context.Text(place, "description") ?? ItemText(item, "description"),
            IsDeprecated = context.Flag(place, "deprecated") ?? false,
            Parameters = completeParameters(input.Parameters),
            Body = input.Body,
            Responses = _responses.Read(place),
            Security = security.Requirements(place),
            Servers = servers.Count > 0 ? servers : parts.Servers(item.Holder("servers")),
        };
    }

    /// <summary>A path item may speak for all its operations.</summary>
    private string? ItemText(PathItem item, string name) => context.Text(item.Holder(name), name);

    private string[] Tags(SpecPlace operation)
    {
        if (operation.Member("tags") is not { } list)
        {
            return [];
        }

        // "tags: Pets" is meant as a list of one.
        if (list.Node.Kind == Syntax.SpecNodeKind.String)
        {
            context.ReportLeniency(list, "a list", "a string", "a list of this one tag");
            return [list.Node.Text];
        }

        return context.ExpectList(list, "a list of tags")
            ? [.. list.Items.Where(tag => !tag.IsObject && !tag.IsArray).Select(tag => tag.File.Source.Written(tag.Node)).Where(tag => tag.Length > 0).Distinct()]
            : [];
    }
}
