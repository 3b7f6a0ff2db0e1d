using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Companions;

/// <summary>An operation as the document has it and as it was bound, with the group whose client has the method.</summary>
internal sealed record BoundOperation(ApiOperation Api, OperationModel Model, TagModel Group);
