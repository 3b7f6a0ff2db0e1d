using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Naming.Types;
using Dari.Generator.Binding.Operations.Variants;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Binding.Streaming;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>Decides what a method returns from all the successes that an operation declares.</summary>
internal sealed class ResponseBinder(BindingContext context)
{
    private readonly EventRulesBinder _events = new(context);

    private static readonly ResponseModel Nothing = new(ResponseKind.None, null, false, null);

    public ResponseModel Bind(ApiOperation operation)
    {
        ApiResponse[] successes = Successes(operation);
        ResponseModel[] bodies = successes
            .Select(response => Body(operation, response, Chosen(response), Hint(context.Prefixes.Of(operation), response, successes.Length > 1)))
            .ToArray();
        return All(bodies) ?? Several(operation, successes, bodies);
    }

    /// <summary>What answers give that come to the same; <see langword="null"/> where they do not.</summary>
    private static ResponseModel? All(ResponseModel[] bodies)
    {
        ResponseModel[] distinct = bodies.Select(body => body with { Description = null }).Distinct().ToArray();
        ResponseModel[] withBody = distinct.Where(body => body.Kind != ResponseKind.None).ToArray();
        return (withBody.Length, distinct.Length) switch
        {
            (0, _) => bodies.FirstOrDefault() ?? Nothing,
            (1, 1) => bodies[0],
            (1, _) => WithNothing(bodies.First(body => body.Kind != ResponseKind.None)),
            _ => null,
        };
    }

    /// <summary>An answer in one of its media types.</summary>
    public ResponseModel Bind(ApiOperation operation, ApiResponse response, ApiMediaType media, NameHint hint) =>
        Body(operation, response, media, hint);

    /// <summary>
    /// Answers of several statuses in a media type that not all of them have: a stream alone, or each in that type where it
    /// has it and as the operation's first method reads it where not.
    /// </summary>
    public ResponseModel Bind(ApiOperation operation, ApiMediaType media)
    {
        ApiResponse[] successes = Successes(operation);
        if (IsStream(media.Name))
        {
            ApiResponse[] streaming = successes.Where(response => In(response, media) is not null).ToArray();
            ResponseModel[] streams = streaming.Select(response => Body(operation, response, In(response, media), OtherHint(operation, response, media))).ToArray();
            ReportStreams(streaming, streams, streams[0]);
            return streams[0];
        }

        ResponseModel[] bodies = successes
            .Select(response => AtOnce(Body(operation, response, In(response, media) ?? Chosen(response), OtherHint(operation, response, media))))
            .ToArray();
        if (All(bodies) is { } all)
        {
            return all;
        }

        string words = context.Prefixes.Of(operation) + MediaWords.Of(media.Name) + "Result";
        Identifier name = context.Types.Name(words, words + "Case");
        context.ReportClash(operation.Node, "the result of " + operation.Pointer, words, name);
        return Result(operation, name, successes, bodies);
    }

    /// <summary>The media types of its successes that the operation's first method does not read, with the answers that have them.</summary>
    public static IEnumerable<(ApiResponse Response, ApiMediaType Media)> Unread(ApiOperation operation)
    {
        ApiResponse[] bodies = Successes(operation).Where(response => HasBody(operation, response) && Chosen(response) is not null).ToArray();
        ApiMediaType? first = bodies.Length > 1 ? Chosen(bodies[0]) : null;
        return first is null
            ? []
            : bodies.SelectMany(response => MediaChoice.Of(Chosen(response)!, response.Content).Offered
                .Concat(IsUnread(Chosen(response)!, first) ? [Chosen(response)!] : [])
                .Select(media => (response, media)));
    }

    /// <summary>What an answer in a media type beside that of the first method would be called.</summary>
    public static NameHint OtherHint(string prefix, ApiResponse response, ApiMediaType media) =>
        VariantBinder.ResponseHint(prefix + StatusNames.Of(response.Status), media);

    private NameHint OtherHint(ApiOperation operation, ApiResponse response, ApiMediaType media) =>
        OtherHint(context.Prefixes.Of(operation), response, media);

    // A stream is alone: beside one that comes first nothing else is read, and beside other answers it is its text.
    private static bool IsUnread(ApiMediaType media, ApiMediaType first) =>
        IsStream(first.Name) ? MediaTypes.Essence(media.Name) != MediaTypes.Essence(first.Name) : IsStream(media.Name);

    private static ApiMediaType? In(ApiResponse response, ApiMediaType media) =>
        response.Content.FirstOrDefault(one => MediaTypes.WithoutCharset(one.Name) == MediaTypes.WithoutCharset(media.Name));

    private static bool IsStream(string mediaType) => MediaTypes.IsEvents(mediaType) || MediaTypes.IsLines(mediaType);

    /// <summary>The media type that is read of an answer.</summary>
    public static ApiMediaType? Chosen(ApiResponse response) => MediaTypes.Preferred(
        response.Content, MediaTypes.IsJson, MediaTypes.IsEvents, MediaTypes.IsLines, MediaTypes.IsText, static _ => true);

    /// <summary>Whether it is given as text or as a file, whatever its schema.</summary>
    public static bool IsRaw(string mediaType) =>
        !MediaTypes.IsJson(mediaType) && !MediaTypes.IsEvents(mediaType) && !MediaTypes.IsLines(mediaType);

    /// <summary>What its body would be called.</summary>
    public static NameHint Hint(string prefix, ApiResponse response, bool isOneOfSeveral) =>
        new(prefix + (isOneOfSeveral ? StatusNames.Of(response.Status) : "") + "Response");

    /// <summary>2xx; <c>default</c> only where no success is declared.</summary>
    public static ApiResponse[] Successes(ApiOperation operation)
    {
        ApiResponse[] successes = operation.Responses
            .Where(response => response.Status.StartsWith("2", StringComparison.Ordinal))
            .ToArray();
        if (successes.Length > 1)
        {
            successes = successes.OrderBy(response => response.Status, StringComparer.Ordinal).ToArray();
        }

        return successes.Length > 0 || operation.Responses.Any(response => response.Status is "101" or "302")
            ? successes
            : operation.Responses.Where(response => response.Status == "default").ToArray();
    }

    /// <summary>The media types that the method reads, so that a service with several sends one of these.</summary>
    public static string? Accept(ResponseKind kind, ApiOperation operation)
    {
        string[] read = Successes(operation)
            .Select(response => HasBody(operation, response) ? Chosen(response)?.Name : null)
            .OfType<string>()
            .ToArray();
        return kind switch
        {
            ResponseKind.None => null,
            ResponseKind.Events or ResponseKind.TextEvents => "text/event-stream",
            ResponseKind.Lines => string.Join(", ", read.Where(MediaTypes.IsLines).Distinct()),
            ResponseKind.Json or ResponseKind.Result => string.Join(", ", WithoutStreams(read).Select(MediaTypes.Range).Distinct()),
            _ => AllNames(operation),
        };
    }

    /// <summary>What is read at once does not ask for streams, unless nothing else is there.</summary>
    private static IEnumerable<string> WithoutStreams(string[] names) => names.All(IsStream) ? names : names.Where(name => !IsStream(name));

    private static string? AllNames(ApiOperation operation)
    {
        string[] names = Successes(operation)
            .SelectMany(response => response.Content)
            .Select(media => media.Name)
            .Where(MediaTypes.IsValid)
            .Distinct()
            .ToArray();
        return names.Length == 0 ? null : string.Join(", ", names);
    }

    // RFC 9110: these never have a body, whatever the document says (9.3.2, 15.3.5, 15.3.6).
    public static bool HasBody(ApiOperation operation, ApiResponse response) =>
        operation.Method != "HEAD" && response.Status is not ("204" or "205");

    /// <summary>A body, or none: null says that there was none.</summary>
    private static ResponseModel WithNothing(ResponseModel body)
    {
        if (body.Kind == ResponseKind.Json)
        {
            return body with { IsNullable = true };
        }

        return body;
    }

    private ResponseModel Body(ApiOperation operation, ApiResponse response, ApiMediaType? media, NameHint hint)
    {
        if (!HasBody(operation, response) || media is null)
        {
            return Nothing with { Description = response.Description };
        }

        ResponseModel body = Body(media, hint);
        bool isEvents = body.Kind is ResponseKind.Events or ResponseKind.TextEvents;
        return body with { Description = response.Description, Events = isEvents ? _events.Bind(operation, media) : null };
    }

    private ResponseModel Body(ApiMediaType media, NameHint hint)
    {
        ApiSchema? schema = media.ItemSchema ?? media.Schema;
        if (IsStream(media.Name))
        {
            BoundValue item = schema is null ? BoundValue.Any : context.Schemas.Bind(schema, hint.Suffix("Item"));
            bool isText = MediaTypes.IsEvents(media.Name) && (schema is null || item.Value is ScalarValue { Kind: ScalarKind.String });
            ResponseKind kind = isText ? ResponseKind.TextEvents : MediaTypes.IsEvents(media.Name) ? ResponseKind.Events : ResponseKind.Lines;
            return new ResponseModel(kind, isText ? null : item.Value, item.IsNullable, null);
        }

        bool isBinary = schema is not null && context.Folder.Fold(schema).Format is "binary" or "byte";
        if (MediaTypes.IsJson(media.Name) || (MediaTypes.Essence(media.Name) == "*/*" && schema is not null && !isBinary))
        {
            if (isBinary)
            {
                return new ResponseModel(ResponseKind.File, null, false, null);
            }

            BoundValue bound = schema is null ? BoundValue.Any : context.Schemas.Bind(schema, hint);
            return new ResponseModel(ResponseKind.Json, bound.Value, bound.IsNullable, null);
        }

        return new ResponseModel(MediaTypes.IsText(media.Name) && !isBinary ? ResponseKind.Text : ResponseKind.File, null, false, null);
    }

    private ResponseModel Several(ApiOperation operation, ApiResponse[] successes, ResponseModel[] bodies)
    {
        ResponseModel first = bodies.First(body => body.Kind != ResponseKind.None);
        if (IsStream(first))
        {
            ReportStreams(successes, bodies, first);
            return first;
        }

        Identifier name = context.TypeNames.Of(operation, OperationRole.Result);
        context.ReportClash(operation.Node, "the result of " + operation.Pointer, context.TypeNames.WishedFor(name), name);
        return Result(operation, name, successes, bodies);
    }

    private void ReportStreams(ApiResponse[] responses, ResponseModel[] bodies, ResponseModel read)
    {
        int unread = Array.FindIndex(bodies, body => body.Kind == read.Kind && body.Value != read.Value);
        if (unread >= 0)
        {
            context.Problems.Add(
                DiagnosticDescriptors.PartLeftOut,
                responses[unread].Node,
                responses[unread].Pointer,
                "another status answers with a stream of another type in the same media type, and that one is returned");
        }
    }

    private ResponseModel Result(ApiOperation operation, Identifier name, ApiResponse[] successes, ResponseModel[] bodies)
    {
        context.Types.Declare(new ResultModel
        {
            Name = name,
            Docs = new DocsModel("What " + operation.Method + " " + operation.Path + " answers.", null, null),
            Pointer = operation.Pointer,
            Cases = Cases(name, successes, bodies.Select(AtOnce).ToArray()).ToArray(),
            UnknownName = context.Types.Name("Unknown" + name.Plain, "Unknown" + name.Plain + "Case"),
        });
        return new ResponseModel(ResponseKind.Result, new NamedValue(name, IsValueType: false), false, null);
    }

    private static bool IsStream(ResponseModel body) => body.Kind is ResponseKind.Events or ResponseKind.TextEvents or ResponseKind.Lines;

    /// <summary>A stream beside answers that come at once is read at once: as its text.</summary>
    private static ResponseModel AtOnce(ResponseModel body) =>
        IsStream(body) ? new ResponseModel(ResponseKind.Text, null, false, body.Description) : body;

    private IEnumerable<ResultCaseModel> Cases(Identifier result, ApiResponse[] successes, ResponseModel[] bodies) =>
        successes.Select((response, i) => new ResultCaseModel(
            response.Status,
            context.Types.Name(result.Plain + StatusNames.Of(response.Status), result.Plain + StatusNames.Of(response.Status) + "Case"),
            bodies[i]));
}
