using System.Globalization;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Schemas;

/// <summary>
/// Brings the values of <c>enum</c>, <c>const</c> and <c>default</c> to the type that the schema states. In YAML a version
/// such as <c>1.10</c> needs quotes to be a string, and authors forget them; no other reading of it makes sense.
/// </summary>
internal sealed class SchemaValues(SpecTexts source, SchemaTypes types)
{
    private const SchemaTypes Numbers = SchemaTypes.Integer | SchemaTypes.Number;

    private readonly SchemaTypes _types = types & ~SchemaTypes.Null;

    public SpecNode Fit(SpecNode value)
    {
        switch (value.Kind)
        {
            case SpecNodeKind.Number or SpecNodeKind.Boolean when _types == SchemaTypes.String:
                return As(SpecNodeKind.String, value, source.Written(value));
            case SpecNodeKind.String when _types != SchemaTypes.None && (_types & ~Numbers) == 0:
                return NumberText.IsJson(value.Text) ? As(SpecNodeKind.Number, value, value.Text) : value;
            case SpecNodeKind.String when _types == SchemaTypes.Boolean && value.Text.ToLowerInvariant() is "true" or "false":
                return As(SpecNodeKind.Boolean, value, value.Text.ToLower(CultureInfo.InvariantCulture));
            default:
                return value;
        }
    }

    private static SpecNode As(SpecNodeKind kind, SpecNode value, string text) =>
        new() { Kind = kind, Start = value.Start, End = value.End, Text = text };
}
