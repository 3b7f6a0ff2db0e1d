using System.Linq;
using Dari.Generator.Binding.Operations;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Companions;

/// <summary>The schema of what an operation answers as JSON.</summary>
internal static class JsonAnswer
{
    public static ApiSchema? SchemaOf(ApiOperation operation) => ResponseBinder.Successes(operation)
        .SelectMany(response => response.Content)
        .FirstOrDefault(media => MediaTypes.IsJson(media.Name) || MediaTypes.Essence(media.Name) == "*/*")?.Schema;
}
