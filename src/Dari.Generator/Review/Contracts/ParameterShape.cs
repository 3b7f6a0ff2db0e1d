using Dari.Generator.Binding.Schemas;
using Dari.Generator.Specs;

namespace Dari.Generator.Review.Contracts;

/// <summary>Whether the style of a parameter is seen on the wire at all: that of a plain value hardly ever is.</summary>
internal static class ParameterShape
{
    public static bool HasParts(ApiParameter parameter)
    {
        if (parameter.Style is ApiParameterStyle.Label or ApiParameterStyle.Matrix or ApiParameterStyle.DeepObject)
        {
            return true;
        }

        ApiSchema schema = ShapeFolder.Follow(parameter.Schema, out _);
        return (schema.Types & (SchemaTypes.Array | SchemaTypes.Object)) != 0
            || schema.Properties.Count + schema.AllOf.Count + schema.OneOf.Count + schema.AnyOf.Count > 0
            || schema.Items is not null
            || schema.AdditionalProperties is not null;
    }
}
