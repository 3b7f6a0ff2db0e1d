using System;
using System.Collections.Generic;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;
using Dari.Generator.Specs.Versions;

namespace Dari.Generator.Specs.Paths;

/// <summary>Reads <c>paths</c> and webhooks into operations.</summary>
internal sealed class PathsReader(ReadContext context, IVersionParts parts, SecurityReader security)
{
    private readonly OperationReader _operations = new(context, parts, security);
    private readonly PathParameterCheck _pathParameters = new(context);

    public IReadOnlyList<ApiOperation> Read(SpecPlace paths)
    {
        var operations = new List<ApiOperation>();
        if (!context.ExpectObject(paths, "an object of paths"))
        {
            return operations;
        }

        foreach (SpecMember member in paths.Node.Members)
        {
            if (!IsExtension(member.Name))
            {
                var name = new SpecNode { Kind = SpecNodeKind.Object, Start = member.NameStart, End = member.NameEnd };
                ReadItem(new ApiPath(WithSlash(member.Name, name, paths), name), paths.At(member.Name, member.Value), _pathParameters, operations);
            }
        }

        return operations;
    }

    /// <summary>A webhook is a path item under a name that is no path.</summary>
    public IReadOnlyList<ApiOperation> ReadWebhooks(SpecPlace webhooks)
    {
        var operations = new List<ApiOperation>();
        if (context.ExpectObject(webhooks, "an object of webhooks"))
        {
            foreach ((string name, SpecPlace item) in webhooks.Members)
            {
                if (!IsExtension(name))
                {
                    ReadItem(new ApiPath(name, item.Node), item, check: null, operations);
                }
            }
        }

        return operations;
    }

    /// <summary>A path is appended to the address of a server, so it needs the slash that some authors leave out.</summary>
    private string WithSlash(string path, SpecNode name, SpecPlace paths)
    {
        if (path.StartsWith("/", StringComparison.Ordinal))
        {
            return path;
        }

        string pointer = paths.Pointer.Child(path).ToString();
        context.Report(DiagnosticDescriptors.ReadLeniently, name, pointer, pointer, "a path that begins with '/'", "'" + path + "'", "'/" + path + "'");
        return "/" + path;
    }

    private void ReadItem(ApiPath path, SpecPlace place, PathParameterCheck? check, List<ApiOperation> operations)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (place.Node.Kind == SpecNodeKind.Null || PathItem.Read(context, place) is not { } item)
        {
            return;
        }

        foreach ((string method, SpecPlace operation) in item.Operations(context))
        {
            if (_operations.Read(path, method, operation, item, check) is { } read)
            {
                operations.Add(read);
            }
        }
    }

    private static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.OrdinalIgnoreCase);
}
