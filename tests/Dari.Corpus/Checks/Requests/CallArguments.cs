using System.Reflection;
using System.Text.Json.Nodes;
using Dari.Corpus.Generation;
using Dari.Corpus.Reading;
using Dari.Corpus.Values;
using Dari.Generator.Model;

namespace Dari.Corpus.Checks.Requests;

/// <summary>Values for a call by the document alone, and the arguments of the generated method that stand for them.</summary>
internal sealed class CallArguments(SpecJson spec, LoadedClient client)
{
    private const int Tries = 20;
    private readonly ArgumentMaker _maker = new(client);

    /// <param name="declared">The operation as the document has it.</param>
    /// <param name="call">The method for it.</param>
    /// <param name="method">The same, loaded.</param>
    /// <param name="seed">Other values for another seed.</param>
    /// <param name="isLeast">Only what is required.</param>
    /// <exception cref="NoInstanceException">The document asks for a value that there is none of.</exception>
    public (CallValues Values, object?[] Arguments) Of(DeclaredOperation declared, OperationModel call, MethodInfo method, int seed, bool isLeast)
    {
        CallValues values = Values(declared, call, seed, isLeast);
        return (values, [.. method.GetParameters().Select(parameter => Argument(parameter, call, values))]);
    }

    private CallValues Values(DeclaredOperation declared, OperationModel call, int seed, bool isLeast)
    {
        var values = new CallValues();
        foreach (ParameterModel parameter in Asked(call))
        {
            string place = parameter.Place.ToString().ToLowerInvariant();
            DeclaredParameter? described = declared.Parameters.FirstOrDefault(one => one.Place == place && one.Name == parameter.WireName);
            bool isGiven = described?.IsRequired != false || parameter.IsRequired || !isLeast;
            values.Give(place, parameter.WireName, isGiven ? Value(described, place, seed) : null);
        }

        foreach (DeclaredParameter parameter in declared.Parameters.Where(one => one.CanBeSent && !values.Has(one)))
        {
            if (parameter.Place is "query" or "header" or "cookie" && !IsFilledIn(parameter, call))
            {
                values.Give(parameter.Place, parameter.Name, "a value that the method does not ask for");
            }

            values.FillIn(parameter.Place, parameter.Name);
        }

        DeclaredBody? body = declared.Body;
        values.MustHaveBody = body?.IsRequired == true;
        if (call.Body is { } model && body is not null && (!isLeast || model.IsRequired || body.IsRequired))
        {
            var random = new Random(seed);
            values.BodyType = model.ContentType;
            values.BodyKind = model.Kind.ToString();
            JsonNode? schema = (body.For(call.Variant ?? model.ContentType) ?? body.For(model.ContentType))?.Schema;
            values.Body = model.Kind switch
            {
                BodyKind.Text => new FlatSchema(spec, schema).Types?.Contains("string") == true ? new ScalarWriter(random).Text(new FlatSchema(spec, schema)) : "text",
                BodyKind.Binary => "bytes ✓",
                BodyKind.Lines => new JsonArray([.. Enumerable.Range(0, 2).Select(_ => new InstanceWriter(spec, random, Fullness.Some) { HasUnknownValues = true }.Write(ItemOf(schema)))]),
                BodyKind.Json => schema is null ? new JsonObject() : new InstanceWriter(spec, random, isLeast ? Fullness.None : Fullness.All) { HasUnknownValues = true }.Write(schema),
                _ => Form(new InstanceWriter(spec, random, isLeast ? Fullness.None : Fullness.All) { HasUnknown = false, HasUnknownValues = true }.Write(FieldsOf(schema))),
            };
        }

        return values;
    }

    /// <summary>A line is an item, of a schema that is a list too.</summary>
    private JsonNode? ItemOf(JsonNode? schema) => new FlatSchema(spec, schema) is { } flat && flat.Types?.Contains("array") == true ? flat.Keywords.GetValueOrDefault("items") : schema;

    /// <summary>A form is its fields, whatever else a schema calls itself.</summary>
    private JsonNode? FieldsOf(JsonNode? schema) => new FlatSchema(spec, schema) is { Properties.Count: > 0 } flat && flat.Types?.Contains("object") == false
        ? new JsonObject
        {
            ["properties"] = new JsonObject(flat.Properties.Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone()))),
            ["required"] = new JsonArray([.. flat.Required.Select(name => (JsonNode)name)]),
        }
        : schema;

    // A form has no null, and a list without items is none.
    private static JsonObject Form(JsonNode? value)
    {
        JsonObject instance = value as JsonObject ?? [];
        foreach (string name in instance.Where(member => member.Value is null or JsonArray { Count: 0 }).Select(member => member.Key).ToArray())
        {
            instance.Remove(name);
        }

        return instance;
    }

    private bool IsFilledIn(DeclaredParameter parameter, OperationModel call) =>
        string.Equals(parameter.Name, call.IdempotencyHeader, StringComparison.OrdinalIgnoreCase)
        || spec.SecuritySchemes.Any(scheme => string.Equals(scheme["name"]?.ToString(), parameter.Name, StringComparison.OrdinalIgnoreCase));

    private JsonNode? Value(DeclaredParameter? parameter, string place, int seed)
    {
        for (int i = 0; i < Tries; i++)
        {
            var random = new Random(seed + (i * 7919));
            JsonNode? value = parameter?.Schema is not { } schema
                ? JsonValue.Create("text")
                : new InstanceWriter(spec, random, Fullness.All, ScalarWriter.TextsOf(place)) { HasUnknown = false, HasUnknownValues = true }.Write(schema);
            if (CanStand(place, value))
            {
                return value;
            }
        }

        return parameter?.IsRequired != false ? throw new NoInstanceException() : null;
    }

    // The runtime refuses an empty part of a path, which would name another route, and line breaks in a header.
    private static bool CanStand(string place, JsonNode? value) => place switch
    {
        "path" => value is not null && WireValue.Items(value).Select(WireValue.Text).ToArray() is { Length: > 0 } texts && texts[0].Length > 0,
        "header" => value is null || WireValue.Items(value).All(item => !WireValue.Text(item).Any(character => char.IsControl(character))),
        _ => true,
    };

    private static IEnumerable<ParameterModel> Asked(OperationModel call) =>
        call.Leading.Concat(call.Trailing).Concat(call.Query is { } query ? query.Parameters : []);

    private object? Argument(ParameterInfo parameter, OperationModel call, CallValues values)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return CancellationToken.None;
        }

        if (call.Body is { } body && body.Name.Plain == parameter.Name)
        {
            // Of a range the caller knows which.
            return values.Body is { } file && parameter.ParameterType == typeof(FileUpload)
                ? ArgumentMaker.File(file, values.BodyType!.Replace("*", "a", StringComparison.Ordinal))
                : _maker.Make(parameter.ParameterType, values.Body);
        }

        if (call.Query is { } query && query.Name.Plain == parameter.Name)
        {
            return _maker.Record(parameter.ParameterType, query.Parameters.Select(one => (one.PropertyName.Plain, values.Of(one.Place.ToString(), one.WireName))));
        }

        ParameterModel? model = call.Leading.Concat(call.Trailing).FirstOrDefault(one => one.Name.Plain == parameter.Name);
        return model is null ? null : _maker.Make(parameter.ParameterType, values.Of(model.Place.ToString(), model.WireName));
    }
}
