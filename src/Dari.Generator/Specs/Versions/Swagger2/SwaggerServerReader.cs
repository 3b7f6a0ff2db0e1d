using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Versions.Swagger2;

/// <summary>Makes servers of <c>schemes</c>, <c>host</c> and <c>basePath</c>.</summary>
internal sealed class SwaggerServerReader(ReadContext context, SpecPlace root)
{
    public IReadOnlyList<ApiServer> Read(SpecPlace holder)
    {
        string basePath = BasePath();
        if (context.Text(root, "host") is { Length: > 0 } host)
        {
            // Without schemes that of the document itself holds, which a build cannot know.
            IReadOnlyList<string> schemes = Schemes(holder) is { Count: > 0 } stated ? stated : ["https"];
            return [.. schemes.Select(scheme => new ApiServer(scheme + "://" + host + basePath, Description: null, []))];
        }

        return basePath.Length > 0 ? [new ApiServer(basePath, Description: null, [])] : [];
    }

    /// <summary>An operation can only change the schemes.</summary>
    public IReadOnlyList<ApiServer> ReadSchemes(SpecPlace operation) =>
        Schemes(operation).Count > 0 && context.Text(root, "host") is { Length: > 0 } ? Read(operation) : [];

    private string BasePath()
    {
        string path = (context.Text(root, "basePath") ?? "").TrimEnd('/');
        return path.Length == 0 || path[0] == '/' ? path : "/" + path;
    }

    /// <summary>The safe one first: the first server is the one that a client calls.</summary>
    private IReadOnlyList<string> Schemes(SpecPlace holder) =>
        holder.Member("schemes") is { } list && context.ExpectList(list, "a list of schemes")
            ?
            [
                .. list.Items
                    .Where(item => item.Node.Kind == SpecNodeKind.String && item.Node.Text is "http" or "https")
                    .Select(item => item.Node.Text)
                    .OrderByDescending(scheme => scheme.Length),
            ]
            : [];
}
