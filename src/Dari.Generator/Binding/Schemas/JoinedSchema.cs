using System.Collections.Generic;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Schemas;

/// <summary>A schema that no place of the document holds: what several places say of one thing.</summary>
internal static class JoinedSchema
{
    /// <param name="place">One of the places, for messages and names.</param>
    /// <param name="allOf">What holds together.</param>
    /// <param name="anyOf">Of what one holds.</param>
    public static ApiSchema Of(ApiSchema place, IReadOnlyList<ApiSchema>? allOf = null, IReadOnlyList<ApiSchema>? anyOf = null) =>
        new() { Node = place.Node, Place = place.Place, IsJoined = true, AllOf = allOf ?? [], AnyOf = anyOf ?? [] };
}
