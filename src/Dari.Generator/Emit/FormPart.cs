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

    /// <summary>With the headers of the part.</summary>
    public Code Multipart() => Lines.Stacked(part.Headers.Select(Header).Prepend(Body()));

    private Code Header(ParameterModel header) =>
        $"form.AddHeader({Name}, {Literal.String(header.WireName)}, {ParameterEmitter.Text(header, $"value.{header.PropertyName}", scope)});";

    private Code Body() => part.Kind switch
    {
        not PartKind.Text when MapStyle is { } style => Add("AddObject", $", MapStyle.{style}"),
        PartKind.Text => $"form.AddText({Name}, {_text.Of(part.Value, Value, IsNullable)}{ContentType()});",
        PartKind.Texts => $"form.AddTexts({Name}, {Texts()}{Code.When(ListStyle != "Multi" || part.ContentType is not null, $", ListStyle.{Identifier.From(ListStyle)}")}{ContentType()});",
        PartKind.Mixed => Add("AddValue", Code.Empty),
        PartKind.File => $"form.AddFile({Name}, {Value}{ContentType()});",
        PartKind.Files => $"form.AddFiles({Name}, {Value}{ContentType()});",
        PartKind.Json when part.Value is ListValue && part.ContentType is null => Add("AddValue", Code.Empty),
        PartKind.Json => Add("AddJson", ContentType()),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    public Code Field() => (part.Kind, part.Style) switch
    {
        (not PartKind.Text, _) when MapStyle is { } style => Add("AddObject", $", MapStyle.{style}"),
        (PartKind.Text, _) => $"form.Add({Name}, {_text.Of(part.Value, Value, IsNullable)});",
        (PartKind.Texts, _) => $"form.AddList({Name}, {Texts()}, ListStyle.{Identifier.From(ListStyle)});",
        (PartKind.Mixed, _) => Add("AddValue", Code.Empty),
        (PartKind.Json, _) when part.Value is ListValue => Add("AddValue", Code.Empty),
        (PartKind.Json, _) => $"form.Add({Name}, {_text.Json(part.Value, Value, IsNullable)});",
        _ => throw new ArgumentException("A form has no files: " + part.WireName, nameof(part)),
    };

    private Code Texts() => part.Value is ListValue list ? _text.Each(list, Value) : _text.Of(part.Value, Value, IsNullable);

    private Identifier? MapStyle => part.Style is ParameterStyle.DeepObject or ParameterStyle.ObjectExploded
        or ParameterStyle.ObjectComma or ParameterStyle.ObjectSpace or ParameterStyle.ObjectPipe
        ? Identifier.From(ParameterEmitter.MapStyleOf(part.Style.Value))
        : null;

    private string ListStyle => part.Style switch
    {
        ParameterStyle.Comma or ParameterStyle.Space or ParameterStyle.Pipe or ParameterStyle.Tab => part.Style.Value.ToString(),
        _ => "Multi",
    };

    /// <summary>A call that takes the value with what writes it, and more arguments behind.</summary>
    private Code Add(string method, Code more)
    {
        var name = Identifier.From(method);
        Code write = WriteCode.Delegate(part.Value, false);
        if (!IsNullable)
        {
            return $"form.{name}({Name}, {Value}, {write}{more});";
        }

        Identifier local = names.Take(part.Property.Plain);
        return $$"""
            if ({{Value}} is { } {{local}})
            {
                form.{{name}}({{Name}}, {{local}}, {{write}}{{more}});
            }
            """;
    }

    private Code ContentType() => part.ContentType is { } type ? $", {Literal.String(type)}" : Code.Empty;
}
