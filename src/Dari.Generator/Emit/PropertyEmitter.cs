using System;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Members of records, and the ones of interfaces.</summary>
internal static class PropertyEmitter
{
    public static Code Property(PropertyModel property) => property.Presence == Presence.Constant
        ? Constant(property)
        : $$"""
        {{DocsOf(property)}}
        public {{Required(property.Presence)}}{{TypeOf(property)}} {{property.Name}} { get; init; }{{Start(property)}}
        """;

    /// <summary>The same as a member of an interface.</summary>
    public static Code Declaration(PropertyModel property) => $$"""
        {{Docs.For(property.Docs)}}
        {{TypeOf(property)}} {{property.Name}} { get; }
        """;

    public static Code TypeOf(PropertyModel property) => property.Presence switch
    {
        Presence.Required => $"{CSharpType.Of(property.Value)}",
        Presence.RequiredNullable or Presence.Optional => $"{CSharpType.OrNull(property.Value)}",
        Presence.OptionalNullable => $"Optional<{CSharpType.OrNull(property.Value)}>",
        Presence.Constant => $"{CSharpType.Of(ConstantOf(property).Kind)}",
        _ => throw new ArgumentOutOfRangeException(nameof(property)),
    };

    public static Literal LiteralOf(ConstantModel constant) => constant.Kind switch
    {
        ScalarKind.String => Literal.String(constant.Text),
        ScalarKind.Boolean => Literal.Boolean(constant.Text == "true"),
        ScalarKind.Single or ScalarKind.Double or ScalarKind.DoubleOrText => Literal.Double(constant.Text),
        ScalarKind.Decimal => Literal.Decimal(constant.Text),
        _ => Literal.Integer(constant.Text),
    };

    public static ConstantModel ConstantOf(PropertyModel property) =>
        property.Constant ?? throw new ArgumentException("A constant without value: " + property.Name, nameof(property));

    private static Code Start(PropertyModel property) =>
        property.Constant is { } start ? $" = {LiteralOf(start)};" : Code.When(false, $"");

    private static Code Constant(PropertyModel property) => $$"""
        {{DocsOf(property)}}
        public {{TypeOf(property)}} {{property.Name}} => {{LiteralOf(ConstantOf(property))}};
        """;

    // CS9042: who has to set a member cannot be told to leave it alone. The summary says that it is deprecated.
    private static Code DocsOf(PropertyModel property) => property.Presence is Presence.Required or Presence.RequiredNullable
        ? Docs.For(property.Docs with { Obsolete = null, Remarks = WithDeprecation(property.Docs) })
        : Docs.For(property.Docs);

    private static string? WithDeprecation(DocsModel docs) => docs.Obsolete is { } message
        ? "Deprecated. " + message + "\n\n" + docs.Remarks
        : docs.Remarks;

    private static Code Required(Presence presence) =>
        Code.When(presence is Presence.Required or Presence.RequiredNullable, $"required ");
}
