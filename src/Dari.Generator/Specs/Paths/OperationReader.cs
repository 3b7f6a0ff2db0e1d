using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;
using Dari.Generator.Specs.Versions;

namespace Dari.Generator.Specs.Paths;

/// <summary>Reads one operation.</summary>
internal sealed class OperationReader(ReadContext context, IVersionParts parts, SecurityReader security)
{
    private readonly ParameterFolder _parameters = new(context);
    private readonly ResponsesReader _responses = new(context, parts);

    /// <param name="path">Where it is called.</param>
    /// <param name="method">As it is sent.</param>
    /// <param name="place">The operation.</param>
    /// <param name="item">The path item around it.</param>
    /// <param name="check"><see langword="null"/> for a webhook, whose path is a name.</param>
    public ApiOperation? Read(ApiPath path, string method, SpecPlace place, PathItem item, PathParameterCheck? check)
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
            Path = path.Template,
            Method = method,
            OperationId = context.Text(place, "operationId") is { Length: > 0 } id ? id : null,
            Tags = Tags(place),
            Summary = context.Text(place, "summary") ?? ItemText(item, "summary"),
            Description = context.Text(place, "description") ?? ItemText(item, "description"),
            IsDeprecated = context.Flag(place, "deprecated") ?? false,
            Parameters = check?.Complete(path, place, input.Parameters) ?? input.Parameters,
            Body = input.Body,
            Responses = _responses.Read(place),
            Callbacks = check is null ? [] : Callbacks(place),
            Security = security.Requirements(place),
            Servers = servers.Count > 0 ? servers : parts.Servers(item.Holder("servers")),
        };
    }

    /// <summary>A callback is a path item under an expression that says where it is sent.</summary>
    private List<ApiOperation> Callbacks(SpecPlace operation)
    {
        var callbacks = new List<ApiOperation>();
        if (operation.Member("callbacks") is not { } map || !context.ExpectObject(map, "an object of callbacks"))
        {
            return callbacks;
        }

        foreach ((string name, SpecPlace place) in map.Members.Where(member => !IsExtension(member.Name)))
        {
            if (context.Follow(place, "a callback") is not { } callback)
            {
                continue;
            }

            foreach ((string expression, SpecPlace inner) in callback.Members.Where(member => !IsExtension(member.Name)))
            {
                if (PathItem.Read(context, inner) is { } item)
                {
                    var path = new ApiPath(name, inner.Node);
                    callbacks.AddRange(item.Operations(context)
                        .Select(one => Read(path, one.Method, one.Operation, item, check: null))
                        .OfType<ApiOperation>());
                }
            }
        }

        return callbacks;
    }

    private static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    /// <summary>A path item may speak for all its operations.</summary>
    private string? ItemText(PathItem item, string name) => context.Text(item.Holder(name), name);

    private string[] Tags(SpecPlace operation)
    {
        if (operation.Member("tags") is not { } list)
        {
            return [];
        }

        // "tags: Pets" is meant as a list of one.
        if (list.Node.Kind == SpecNodeKind.String)
        {
            context.ReportLeniency(list, "a list", "a string", "a list of this one tag");
            return [list.Node.Text];
        }

        return context.ExpectList(list, "a list of tags")
            ? [.. list.Items.Where(IsTag).Select(tag => tag.File.Source.Written(tag.Node)).Distinct()]
            : [];
    }

    private bool IsTag(SpecPlace item)
    {
        bool isTag = item.Node.Kind is SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean;
        if (!isTag)
        {
            context.ReportKind(item, "the name of a tag");
        }

        return isTag;
    }
}
