using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The record of the headers of an operation's answers, and how they are read.</summary>
internal static class HeadersEmitter
{
    public static Code Shape(HeadersModel model, ClientScope scope) => $$"""
        {{Docs.For(model.Docs)}}
        {{scope.Stamp}}
        {{scope.Access}} sealed partial record {{model.Name}}
        {
            {{Lines.Spaced(model.Headers.Select(Property))}}

            /// <summary>Reads them. One that did not come or does not read as declared is null; its text is in <c>Headers</c>.</summary>
            /// <param name="response">What <c>RequestOptions.Capture</c> gave, or <c>Response</c> of an <c>ApiException</c>.</param>
            /// <returns>The headers.</returns>
            public static {{model.Name}} From(ResponseMetadata response) => {{model.Name}}Wire.Read(response);
        }
        """;

    /// <summary>Apart, because inside the record its members would hide names of the runtime.</summary>
    public static Code Reading(HeadersModel model, ClientScope scope) => $$"""
        {{scope.Stamp}}
        internal static class {{model.Name}}Wire
        {
            public static {{model.Name}} Read(ResponseMetadata response) => new()
            {
                {{Lines.Stacked(model.Headers.Select(Reading))}}
            };
        }
        """;

    private static Code Property(HeaderModel header) => PropertyEmitter.Property(new PropertyModel
    {
        Name = header.Name,
        WireName = header.WireName,
        Value = header.Value,
        Presence = Presence.Optional,
        Docs = header.Docs,
    });

    private static Code Reading(HeaderModel header) => $"{header.Name} = {Value(header)},";

    private static Code Value(HeaderModel header) => (header.Form, header.Value) switch
    {
        (HeaderForm.Text, ScalarValue { Kind: ScalarKind.String }) => $"HeaderValues.Text({Arguments(header)})",
        (HeaderForm.Texts, ListValue list) => $"HeaderValues.TextList({Arguments(header)}, {ReadCode.Delegate(list.Item, false)}{Separator(header)})",
        (HeaderForm.Jsons, ListValue list) => $"HeaderValues.JsonList({Arguments(header)}, {ReadCode.Delegate(list.Item, false)}{Separator(header)})",
        (HeaderForm.Object or HeaderForm.ObjectExploded, _) =>
            $"HeaderValues.ObjectValue<{Type(header)}>({Arguments(header)}, {Code.Either(header.Form == HeaderForm.Object, $"false", $"true")}, {JsonMembers(header)}, {ReadCode.Delegate(header.Value, true)})",
        (HeaderForm.Text, _) => $"HeaderValues.TextValue<{Type(header)}>({Arguments(header)}, {ReadCode.Delegate(header.Value, true)})",
        _ => $"HeaderValues.JsonValue<{Type(header)}>({Arguments(header)}, {ReadCode.Delegate(header.Value, true)})",
    };

    private static Code Separator(HeaderModel header) => header.Separator switch
    {
        ' ' => $", ' '",
        '\t' => $", '\\t'",
        '|' => $", '|'",
        _ => Code.Empty,
    };

    private static Code JsonMembers(HeaderModel header) => $"[{Lines.Inline(header.JsonMembers.Select(name => (Code)$"{Literal.String(name)}"))}]";

    // Null is what a header is that did not come.
    private static CSharpType Type(HeaderModel header) => CSharpType.OrNull(header.Value);

    private static Code Arguments(HeaderModel header) => $"response, {Literal.String(header.WireName)}";
}
