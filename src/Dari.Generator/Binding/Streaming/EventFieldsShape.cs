using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Streaming;

/// <summary>
/// Tells whether a schema describes an event with its fields instead of its data: an object with <c>event</c> and
/// <c>data</c> and nothing that an event does not have, or a union of such objects (OpenAPI 3.2 <c>itemSchema</c>, and
/// many documents before it).
/// </summary>
internal sealed class EventFieldsShape(ShapeFolder folder)
{
    private static readonly string[] Fields = ["event", "data", "id", "retry"];

    public EventRulesModel Apply(ApiSchema schema, EventRulesModel rules)
    {
        var events = new List<SchemaShape>();
        if (!Collect(schema, events, []) || events.Count == 0)
        {
            return rules;
        }

        SchemaShape[] texts = events.Where(HasTextData).ToArray();
        if (texts.Length == events.Count)
        {
            return rules with { Shape = EventShape.TextFields };
        }

        return rules with { Shape = EventShape.Fields, TextNames = texts.SelectMany(Names).Distinct().ToArray() };
    }

    private bool Collect(ApiSchema schema, List<SchemaShape> events, HashSet<ApiSchema> seen)
    {
        ApiSchema target = ShapeFolder.Follow(schema, out _);
        if (!seen.Add(target))
        {
            return true;
        }

        SchemaShape shape = folder.Fold(target);
        if (shape.Property("event") is not null && shape.Property("data") is not null && shape.Properties.All(one => Fields.Contains(one.Name)))
        {
            events.Add(shape);
            return true;
        }

        return shape.Properties.Count == 0 && shape.Unions.Count == 1
            && shape.Unions[0].Branches.All(branch => Collect(branch, events, seen));
    }

    private bool HasTextData(SchemaShape shape) =>
        folder.Fold(shape.Property("data")!.Schemas[0]) is { Types: SchemaTypes.String };

    private IEnumerable<string> Names(SchemaShape shape)
    {
        SchemaShape name = folder.Fold(shape.Property("event")!.Schemas[0]);
        IEnumerable<SpecNode> values = name.Const is { } constant ? [constant] : name.Enum;
        return values.Select(value => value.Text);
    }
}
