using System.Collections.Generic;

namespace Dari.Generator.Specs.Versions;

/// <summary>What an operation takes.</summary>
internal sealed record OperationInput(IReadOnlyList<ApiParameter> Parameters, ApiRequestBody? Body);
