using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming.Operations;
using Dari.Generator.Binding.Operations;
using Dari.Generator.Binding.Operations.Variants;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Specs;
using Dari.Generator.Specs.References;

namespace Dari.Generator.Binding.Naming.Types;

/// <summary>
/// Schemas at the places of operations (parameters, bodies, answers) and what they would be called. What several
/// operations share is named after the place where it stands, not after one of them.
/// </summary>
internal sealed class OperationParts(BindingContext context)
{
    private static readonly string[] RequestWords = ["Request", "Body", "Input", "Payload"];
    private static readonly string[] ResponseWords = ["Response", "Result", "Error", "Errors"];

    private readonly IReadOnlyList<ApiOperation> _operations = context.Document.Operations;

    public IEnumerable<InlinePart> All() => _operations
        .SelectMany(operation => Parameters(operation).Concat(Body(operation)).Concat(Answers(operation)).Concat(Headers(operation)))
        .Concat(context.Document.Webhooks.Concat(_operations.SelectMany(operation => operation.Callbacks)).SelectMany(Payload));

    /// <summary>Types that no schema is.</summary>
    public IEnumerable<(ApiOperation Operation, OperationRole Role, Contender Name)> Roles()
    {
        foreach (ApiOperation operation in _operations)
        {
            string prefix = context.Prefixes.Of(operation);
            if (operation.Parameters.Count(parameter => parameter.In != ApiParameterLocation.Path) > OperationBinder.InlineParameters)
            {
                yield return (operation, OperationRole.Query, new Contender([prefix + "Query", prefix + "QueryParameters"]));
            }

            if (HeaderBinder.Of(operation).Count > 0)
            {
                yield return (operation, OperationRole.Headers, new Contender([prefix + "Headers", prefix + "ResponseHeaders"]));
            }

            if (ResponseBinder.Successes(operation).Length > 1)
            {
                yield return (operation, OperationRole.Result, new Contender([prefix + "Result", prefix + "ResultCase"]));
            }
        }
    }

    /// <summary>Records that are sent as forms, but for those that have the name of their schema to themselves.</summary>
    public IEnumerable<(ApiSchema Schema, Contender Name)> Forms()
    {
        var seen = new HashSet<ApiSchema>();
        foreach (ApiOperation operation in _operations)
        {
            foreach (ApiMediaType media in operation.Body?.Content ?? [])
            {
                bool isForm = MediaTypes.IsMultipart(media.Name) || MediaTypes.IsUrlEncoded(media.Name);
                if (isForm && media.Schema is { } schema && seen.Add(ShapeFolder.Follow(schema, out _)))
                {
                    ApiSchema form = ShapeFolder.Follow(schema, out _);
                    yield return (form, new Contender(FormNames(operation, media, form)));
                }
            }
        }
    }

    private IEnumerable<string?> FormNames(ApiOperation operation, ApiMediaType media, ApiSchema form)
    {
        if (form.ComponentName is { } component)
        {
            string name = context.Overrides.Type(form) ?? MemberNames.Pascal(context.FastApi.BodyName(component) ?? component);
            return [name + "Form", name + "FormBody"];
        }

        bool isFirst = BodyBinder.Media(operation.Body) == media;
        string request = isFirst ? RequestName(operation, media.Schema!).Name : VariantBinder.RequestHint(context.Prefixes.Of(operation), media).Name;
        return [context.Overrides.Type(form), request, request + "Form"];
    }

    private IEnumerable<InlinePart> Parameters(ApiOperation operation) => operation.Parameters.Select(parameter =>
    {
        string name = context.Overrides.Parameter(parameter) ?? MemberNames.Pascal(parameter.Name).TrimStart('_');
        NameHint[] names = Shared(parameter.Schema, "parameters") is { } key
            ? [new NameHint(MemberNames.Pascal(key)), new NameHint(MemberNames.Pascal(key) + "Parameter")]
            : IsOwn(operation, parameter.Schema)
                ? [new NameHint(context.Prefixes.Of(operation) + name)]
                : [new NameHint(MemberNames.Pascal(string.Join(" ", new PathWords(operation).Nouns().Append(name))))];
        return new InlinePart(parameter.Schema, names);
    });

    private IEnumerable<InlinePart> Body(ApiOperation operation)
    {
        if (BodyBinder.Media(operation.Body) is not { } chosen)
        {
            yield break;
        }

        bool isStream = MediaTypes.IsLines(chosen.Name);
        if ((isStream ? BodyBinder.Item(chosen) : chosen.Schema) is { } schema)
        {
            NameHint name = RequestName(operation, schema);
            yield return new InlinePart(schema, [isStream ? name.Suffix("Item") : name]);
        }

        foreach (ApiMediaType media in MediaChoice.Of(chosen, operation.Body!.Content).Offered)
        {
            if (BodyBinder.Type(media) is { } other)
            {
                NameHint name = VariantBinder.RequestHint(context.Prefixes.Of(operation), media);
                yield return new InlinePart(other, [MediaTypes.IsLines(media.Name) ? name.Suffix("Item") : name]);
            }
        }
    }

    private IEnumerable<InlinePart> Payload(ApiOperation webhook)
    {
        if (BodyBinder.Media(webhook.Body) is { Schema: { } schema })
        {
            yield return new InlinePart(schema, [WebhookNames.Payload(webhook, context.Overrides)]);
        }
    }

    private NameHint RequestName(ApiOperation operation, ApiSchema schema) => Shared(schema, "requestBodies") is { } key
        ? new NameHint(With(key, RequestWords))
        : new NameHint(context.Prefixes.Of(operation) + "Request");

    private IEnumerable<InlinePart> Answers(ApiOperation operation)
    {
        ApiResponse[] successes = ResponseBinder.Successes(operation);
        foreach (ApiResponse response in operation.Responses)
        {
            bool isSuccess = successes.Contains(response);
            ApiMediaType? media = isSuccess ? ResponseBinder.Chosen(response) : ErrorTableBinder.Chosen(response);
            if (media is null || (media.ItemSchema ?? media.Schema) is not { } schema)
            {
                continue;
            }

            NameHint name = Shared(schema, "responses") is { } key
                ? new NameHint(With(key, ResponseWords))
                : isSuccess ? ResponseBinder.Hint(context.Prefixes.Of(operation), response, successes.Length > 1)
                : ErrorTableBinder.Hint(context.Prefixes.Of(operation), response);
            bool isStream = isSuccess && (MediaTypes.IsEvents(media.Name) || MediaTypes.IsLines(media.Name));
            yield return new InlinePart(schema, [isStream ? name.Suffix("Item") : name]);
        }

        foreach ((NameHint name, ApiMediaType media) in OtherAnswers(operation, successes))
        {
            if (!ResponseBinder.IsRaw(media.Name) && (media.ItemSchema ?? media.Schema) is { } schema)
            {
                yield return new InlinePart(schema, [MediaTypes.IsJson(media.Name) ? name : name.Suffix("Item")]);
            }
        }
    }

    /// <summary>What methods beside the operation's first read, but for what has a name as an answer of the first.</summary>
    private IEnumerable<(NameHint Name, ApiMediaType Media)> OtherAnswers(ApiOperation operation, ApiResponse[] successes)
    {
        string prefix = context.Prefixes.Of(operation);
        ApiResponse[] bodies = successes.Where(response => ResponseBinder.HasBody(operation, response) && ResponseBinder.Chosen(response) is not null).ToArray();
        return bodies.Length == 1
            ? MediaChoice.Of(ResponseBinder.Chosen(bodies[0])!, bodies[0].Content).Offered.Select(media => (VariantBinder.ResponseHint(prefix, media), media))
            : ResponseBinder.Unread(operation)
                .Where(one => one.Media != ResponseBinder.Chosen(one.Response))
                .Select(one => (ResponseBinder.OtherHint(prefix, one.Response, one.Media), one.Media));
    }

    private IEnumerable<InlinePart> Headers(ApiOperation operation) => HeaderBinder.Of(operation).Select(header => new InlinePart(
        header.Schema,
        Shared(header.Schema, "headers") is { } key
            ? [new NameHint(MemberNames.Pascal(key)), new NameHint(MemberNames.Pascal(key) + "Header")]
            : [HeaderBinder.Hint(context.Prefixes.Of(operation), header)]));

    private static bool IsOwn(ApiOperation operation, ApiSchema schema) => schema.Pointer.StartsWith(operation.Pointer + "/", StringComparison.Ordinal);

    private static string With(string key, string[] words)
    {
        string name = MemberNames.Pascal(key);
        return words.Any(word => name.EndsWith(word, StringComparison.Ordinal)) ? name : name + words[0];
    }

    /// <summary>The key of the component that a schema is in, such as <c>NotFound</c> under <c>components/responses</c>.</summary>
    private static string? Shared(ApiSchema schema, string kind)
    {
        // From the root on: its parts, what is in them, what is in that.
        SpecPointer? at = schema.Place;
        SpecPointer? third = null;
        SpecPointer? second = null;
        SpecPointer? first = null;
        for (; at?.Parent is not null; at = at.Parent)
        {
            (third, second, first) = (second, first, at);
        }

        if (at is not { Segment: "" } || first is null)
        {
            return null;
        }

        return first.Segment == "components" && third is not null
            ? second!.Segment == kind ? third.Segment : null
            : first.Segment == kind ? second?.Segment : null;
    }
}
