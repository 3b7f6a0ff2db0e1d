using System.Collections.Generic;
using Dari.Generator.Specs.References;

namespace Dari.Generator.Specs.Versions;

/// <summary>The parts of a document that 2.0 writes in another way than 3.x.</summary>
internal interface IVersionParts
{
    /// <summary>Named schemas, or <see langword="null"/> when there are none.</summary>
    SpecPlace? Schemas();

    IReadOnlyList<ApiSecurityScheme> SecuritySchemes();

    /// <summary>Servers of the document.</summary>
    IReadOnlyList<ApiServer> Servers();

    /// <summary>Servers of an operation or a path item; empty when it says nothing.</summary>
    IReadOnlyList<ApiServer> Servers(SpecPlace place);

    /// <summary>What an operation takes.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="parameters">Those of the path item and the operation, each once, references followed.</param>
    OperationInput Input(SpecPlace operation, IReadOnlyList<SpecPlace> parameters);

    /// <summary>What one response holds; references are followed.</summary>
    ApiResponse Response(SpecPlace operation, SpecPlace response, string status, string? description);
}
