using System.Text;
using Dari.Generator.Model;

namespace Dari.Benchmarks.Compiling;

/// <summary>
/// The models of a client as plain classes for the System.Text.Json source generator. Enumerations of texts become
/// enumerations by name, as a user writes them; unions become any JSON, which is less work for it than what we do.
/// </summary>
internal static class PlainModels
{
    public static string Of(ClientModel client)
    {
        var text = new StringBuilder("#nullable enable\nusing System.Text.Json.Serialization;\nnamespace Plain;\n\n");
        ObjectModel[] objects = [.. client.Types.OfType<ObjectModel>()];
        EnumModel[] enums = [.. client.Types.OfType<EnumModel>().Where(type => type.Kind == ScalarKind.String)];
        HashSet<string> declared = [.. objects.Select(type => type.Name.Plain), .. enums.Select(type => type.Name.Plain)];
        foreach (EnumModel type in enums)
        {
            text.Append("[JsonConverter(typeof(JsonStringEnumConverter<").Append(type.Name.Text).Append(">))]\npublic enum ")
                .Append(type.Name.Text).Append("\n{\n");
            foreach (EnumValueModel value in type.Values)
            {
                text.Append("    [JsonStringEnumMemberName(").Append(Quoted(value.Wire)).Append(")]\n    ").Append(value.Name.Text).Append(",\n");
            }

            text.Append("}\n\n");
        }

        foreach (ObjectModel type in objects)
        {
            text.Append("public sealed class ").Append(type.Name.Text).Append("\n{\n");
            foreach (PropertyModel property in type.Properties)
            {
                bool isRequired = property.Presence is Presence.Required;
                text.Append("    [JsonPropertyName(").Append(Quoted(property.WireName)).Append(")]\n    public ")
                    .Append(isRequired ? "required " : "").Append(Type(property.Value, declared)).Append(isRequired ? " " : "? ")
                    .Append(property.Name.Text).Append(" { get; set; }\n");
            }

            text.Append("}\n\n");
        }

        foreach (ObjectModel type in objects)
        {
            text.Append("[JsonSerializable(typeof(").Append(type.Name.Text).Append("))]\n");
        }

        return text.Append("public sealed partial class PlainJsonContext : JsonSerializerContext;\n").ToString();
    }

    private static string Type(ValueModel value, HashSet<string> declared) => value switch
    {
        ListValue list => $"System.Collections.Generic.List<{Type(list.Item, declared)}>",
        MapValue map => $"System.Collections.Generic.Dictionary<string, {Type(map.Item, declared)}>",
        NamedValue named when declared.Contains(named.Name.Plain) => named.Name.Text,
        NamedValue named => named.IsValueType ? "string" : "System.Text.Json.JsonElement",
        ScalarValue scalar => Scalar(scalar.Kind),
        _ => "System.Text.Json.JsonElement",
    };

    private static string Scalar(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "bool",
        ScalarKind.Int32 => "int",
        ScalarKind.Int64 or ScalarKind.Int64OrText => "long",
        ScalarKind.Double or ScalarKind.DoubleOrText => "double",
        ScalarKind.Single => "float",
        ScalarKind.Decimal => "decimal",
        ScalarKind.DateTime => "System.DateTimeOffset",
        ScalarKind.Date => "System.DateOnly",
        ScalarKind.Guid => "System.Guid",
        ScalarKind.Uri => "System.Uri",
        ScalarKind.Any => "System.Text.Json.JsonElement",
        ScalarKind.Object => "System.Text.Json.Nodes.JsonObject",
        _ => "string",
    };

    private static string Quoted(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}
