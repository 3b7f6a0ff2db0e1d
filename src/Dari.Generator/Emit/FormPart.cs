using System;
using System.Linq;
using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>One part of a body that is a form: the statement that adds the member of <c>value</c> to <c>form</c>.</summary>
internal sealed class FormPart(PartModel part, ObjectModel model, LocalNames names, ClientScope scope)
{
    private readonly WireText _text = new(scope);

    private Literal Name => Literal.String(part.WireName);

    // Absent and null are one here: neither is sent.
    private Code Value => Code.Either(
        model.Properties.Any(property => property.Name == part.Property && property.Presence == Presence.OptionalNullable),
        $"value.{part.Property}.GetValueOrDefault()",
        $"value.{part.Property}");

    private bool IsNullable => part.IsOptional;

    public Code Multipart() => part.Kind switch
    {
        PartKind.Text => $"form.AddText({Name}, {_text.Of(part.Value, Value, IsNullable)}{ContentType()});",
        PartKind.Texts => $"form.AddTexts({Name}, {Texts()});",
        PartKind.File => $"form.AddFile({Name}, {Value}{ContentType()});",
        PartKind.Files => $"form.AddFiles({Name}, {Value}{ContentType()});",
        PartKind.Json => Json(),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    public Code Field() => part.Kind switch
    {
        PartKind.Text => $"form.Add({Name}, {_text.Of(part.Value, Value, IsNullable)});",
        PartKind.Texts => $"form.AddList({Name}, {Texts()}, ListStyle.Multi);",
        PartKind.Json => $"form.Add({Name}, {_text.Json(part.Value, Value, IsNullable)});",
        _ => throw new ArgumentException("A form has no files: " + part.WireName, nameof(part)),
    };

    private Code Texts() => part.Value is ListValue list ? _text.Each(list, Value) : _text.Of(part.Value, Value, IsNullable);

    private Code Json()
    {
        Code write = WriteCode.Delegate(part.Value, false);
        if (!IsNullable)
        {
            return $"form.AddJson({Name}, {Value}, {write}{ContentType()});";
        }

        Identifier local = names.Take(part.Property.Plain);
        return $$"""
            if ({{Value}} is { } {{local}})
            {
                form.AddJson({{Name}}, {{local}}, {{write}}{{ContentType()}});
            }
            """;
    }

    private Code ContentType() => part.ContentType is { } type ? $", {Literal.String(type)}" : Code.Empty;
}
