using Dari.Generator.Binding;
using Dari.Generator.Diagnostics;
using Dari.Generator.Emit;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;

namespace Dari.Benchmarks.FrontEnd;

/// <summary>The two front ends, from the text of a document on.</summary>
internal static class FrontEnds
{
    /// <summary>Read, bind and emit: everything our generator does.</summary>
    /// <returns>How many characters of C# came out.</returns>
    public static long Ours(string path, SourceText text)
    {
        Bound<ClientModel> bound = ClientBinder.Bind(Request(path, text), CancellationToken.None);
        return ClientEmitter.Emit(bound.Value!, CancellationToken.None).Sum(file => (long)file.Text.Length);
    }

    /// <summary>Microsoft.OpenApi reading alone; YAML by way of YamlDotNet, since its own YAML reader cannot be had.</summary>
    public static long Microsoft(string path, string text)
    {
        string json = path.EndsWith(".json", StringComparison.Ordinal) ? text : YamlAsJson.Convert(text).ToJsonString();
        OpenApiDocument document = OpenApiDocument.Parse(json, "json").Document
            ?? throw new InvalidOperationException("Microsoft.OpenApi reads no document.");
        return document.Paths.Count;
    }

    public static ClientRequest Request(string path, SourceText text) => new()
    {
        Source = new SpecSource(path, text),
        Namespace = "Measured.Api",
        ClientName = "MeasuredClient",
        IsPublic = true,
    };
}
