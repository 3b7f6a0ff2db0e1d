using System;
using System.Linq;
using Dari.Generator.Equality;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>Reads the members of an object into locals, then makes initializers of these.</summary>
internal sealed class ObjectReading
{
    private static readonly string[] Reserved = ["reader", "hint", "member", "rest", "writer", "value", "type", "json", "start"];

    private readonly EquatableArray<PropertyModel> _properties;
    private readonly AdditionalModel _additional;
    private readonly JsonUse _use;
    private readonly Identifier[] _locals;

    public ObjectReading(EquatableArray<PropertyModel> properties, AdditionalModel additional, JsonUse use)
    {
        _properties = properties;
        _additional = additional;
        _use = use;
        var names = new LocalNames(Reserved);
        _locals = properties.Select(property => names.Take(property.Name.Plain)).ToArray();
    }

    public Code Loop() => $$"""
        {{Lines.Stacked(_properties.Select(Local))}}
        {{Rest()}}
        JsonRead.StartObject(ref reader);
        int hint = 0;
        while (Names.Next(ref reader, ref hint, out int member))
        {
            switch (member)
            {
                {{Lines.Stacked(_properties.Select(Case))}}
                default: {{Unknown()}} break;
            }
        }
        """;

    /// <summary>Each on a line of its own, for an object initializer.</summary>
    public Code Initializers() => Lines.Stacked(_properties.Select(Initializer).Concat([RestInitializer()]));

    /// <summary>The same where a required member may be missing: it is left at its default then.</summary>
    public Code LenientInitializers() => Lines.Stacked(_properties.Select(LenientInitializer));

    private Code Local(PropertyModel property, int index) => property.Presence switch
    {
        Presence.Constant => Code.Drop,
        Presence.OptionalNullable => $"{PropertyEmitter.TypeOf(property)} {_locals[index]} = default;",
        _ => $"{CSharpType.OrNull(property.Value)} {_locals[index]} = null;",
    };

    // A line each: the members of an object read as a table.
    private Code Case(PropertyModel property, int index) => $"case {index}: {Read(property, _locals[index])}; break;";

    private Code Read(PropertyModel property, Identifier local) => property.Presence switch
    {
        Presence.Constant => Check(PropertyEmitter.ConstantOf(property)),
        Presence.Required => $"{local} = {ReadCode.Expression(property.Value)}",
        Presence.OptionalNullable => $"{local} = new({ReadCode.OrNull(property.Value, _use)})",

        // An any-value that is null is a value.
        Presence.Optional when property.Value is ScalarValue { Kind: ScalarKind.Any } => $"{local} = {ReadCode.Expression(property.Value)}",
        Presence.Optional => $"{local} = {ReadCode.OrAbsent(property.Value, _use)}",
        _ => $"{local} = {ReadCode.OrNull(property.Value, _use)}",
    };

    private static Code Check(ConstantModel constant) => constant.Kind switch
    {
        ScalarKind.String => $"JsonRead.Constant(ref reader, {PropertyEmitter.LiteralOf(constant)})",
        ScalarKind.Boolean => $"JsonRead.ConstantBoolean(ref reader, {PropertyEmitter.LiteralOf(constant)})",
        _ => $"JsonRead.ConstantNumber(ref reader, {Literal.Double(constant.Text)})",
    };

    private Code Initializer(PropertyModel property, int index) => property.Presence switch
    {
        Presence.Constant => Code.Drop,
        Presence.Required => $"{property.Name} = {_locals[index]} ?? throw JsonRead.Missing({Literal.String(property.WireName)}),",
        _ => $"{property.Name} = {_locals[index]},",
    };

    private Code LenientInitializer(PropertyModel property, int index) => property.Presence switch
    {
        Presence.Required when CSharpType.Of(property.Value).IsValueType => $"{property.Name} = {_locals[index]}.GetValueOrDefault(),",
        Presence.Required => $"{property.Name} = {_locals[index]}!,",
        _ => Initializer(property, index),
    };

    private Code Rest() => _additional.Kind switch
    {
        AdditionalKind.Kept => $"JsonMembers? rest = null;",
        AdditionalKind.Typed => $"Dictionary<string, {CSharpType.Of(_additional.Value!, _additional.IsValueNullable)}>? rest = null;",
        AdditionalKind.None => Code.Drop,
        _ => throw new InvalidOperationException("Unknown kind of additional members: " + _additional.Kind),
    };

    private Code Unknown() => _additional.Kind switch
    {
        AdditionalKind.Kept => $"JsonMembers.Add(ref rest, ref reader);",
        AdditionalKind.Typed => $"JsonRead.AddTo(ref rest, ref reader, {ReadCode.Delegate(_additional.Value!, _additional.IsValueNullable)});",
        _ => $"JsonRead.Skip(ref reader);",
    };

    private Code RestInitializer() => Code.LineWhen(_additional.Kind != AdditionalKind.None, $"{_additional.Name} = rest,");
}
