using System.Collections.Generic;
using Dari.Generator.Binding.Naming.Operations;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Naming.Types;

/// <summary>
/// FastAPI names the schema of a body that it puts together after the operation, whose id it has made from function, path
/// and method: <c>Body_create_file_files_post</c>. It is <c>CreateFileRequest</c> here, as any other body would be.
/// </summary>
internal sealed class FastApiBodies
{
    private readonly Dictionary<string, string> _names = [];

    public FastApiBodies(ApiDocument document, OperationPrefixes prefixes)
    {
        foreach (ApiOperation operation in document.Operations)
        {
            if (operation.OperationId is { } id)
            {
                _names["Body_" + id] = prefixes.Of(operation) + "Request";
            }
        }
    }

    public string? BodyName(string component) => _names.TryGetValue(component, out string? name) ? name : null;
}
