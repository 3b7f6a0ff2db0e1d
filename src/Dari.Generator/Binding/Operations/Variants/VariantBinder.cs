using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Operations.Variants;

/// <summary>
/// Methods for the media types beside those that an operation's first method sends and reads: <c>CreateWithFormAsync</c>
/// sends another, <c>ListAsCsvAsync</c> reads another. Overloads would not do: <c>new() { … }</c> fits them all.
/// </summary>
internal sealed class VariantBinder(BindingContext context, BodyBinder bodies, ResponseBinder responses, NameScope methods)
{
    private const string SameValue = "it is another way to write the value that the method takes or gives already";

    /// <param name="operation">As the document has it.</param>
    /// <param name="first">Its first method.</param>
    public IEnumerable<OperationModel> Bind(ApiOperation operation, OperationModel first) =>
        Sent(operation, first).Concat(Read(operation, first)).ToArray();

    /// <summary>What the type of a body beside the first would be called: <c>CreatePetMergePatchRequest</c>.</summary>
    public static NameHint RequestHint(string prefix, ApiMediaType media) => new(prefix + MediaWords.Of(media.Name) + "Request");

    /// <summary>The same of an answer; what a stream is of says <c>Item</c> behind it.</summary>
    public static NameHint ResponseHint(string prefix, ApiMediaType media) =>
        new(prefix + (MediaTypes.IsEvents(media.Name) || MediaTypes.IsLines(media.Name) ? "" : MediaWords.Of(media.Name)) + "Response");

    private IEnumerable<OperationModel> Sent(ApiOperation operation, OperationModel first)
    {
        if (operation.Body is not { } body || BodyBinder.Media(body) is not { } chosen)
        {
            yield break;
        }

        MediaChoice choice = MediaChoice.Of(chosen, body.Content);
        Report(choice, body.Node, body.Pointer);
        foreach (ApiMediaType media in choice.Offered)
        {
            var names = new NameScope([.. ArgumentsBeside(first)]);
            NameHint hint = RequestHint(context.Prefixes.Of(operation), media);
            if (bodies.Bind(operation, body, media, hint, names) is { } other)
            {
                yield return first with
                {
                    Name = Name(operation, first, "With", media),
                    Body = other,
                    Docs = Docs(first, "Sends the body as", media),
                    Variant = media.Name,
                };
            }
        }
    }

    private IEnumerable<OperationModel> Read(ApiOperation operation, OperationModel first)
    {
        ApiResponse[] successes = ResponseBinder.Successes(operation)
            .Where(response => ResponseBinder.HasBody(operation, response) && ResponseBinder.Chosen(response) is not null)
            .ToArray();

        // Text and files are asked for in all their media types: what came, its Content-Type says.
        bool isAny = first.Response.Kind is ResponseKind.Text or ResponseKind.File;
        foreach (ApiResponse response in successes)
        {
            ApiMediaType chosen = ResponseBinder.Chosen(response)!;
            MediaChoice choice = MediaChoice.Of(chosen, response.Content);
            Report(choice, response.Node, response.Pointer);
            if (successes.Length > 1)
            {
                continue;
            }

            foreach (ApiMediaType media in choice.Offered.Where(media => !(isAny && ResponseBinder.IsRaw(media.Name))))
            {
                ResponseModel model = responses.Bind(operation, response, media, ResponseHint(context.Prefixes.Of(operation), media));
                bool isNullable = model.IsNullable || (first.Response.IsNullable && model.Kind == ResponseKind.Json);
                yield return Reading(operation, first, media, model with { IsNullable = isNullable });
            }
        }

        foreach (ApiMediaType media in ResponseBinder.Unread(operation).Select(one => one.Media).GroupBy(media => MediaTypes.WithoutCharset(media.Name)).Select(group => group.First()))
        {
            if (!(isAny && ResponseBinder.IsRaw(media.Name)))
            {
                yield return Reading(operation, first, media, responses.Bind(operation, media));
            }
        }
    }

    private OperationModel Reading(ApiOperation operation, OperationModel first, ApiMediaType media, ResponseModel answer) => first with
    {
        Name = Name(operation, first, "As", media),
        Response = answer,
        Accept = answer.Kind == ResponseKind.Result ? Preferring(operation, media) : MediaTypes.Range(media.Name),
        Docs = Docs(first, "Asks for", media),
        Variant = media.Name,
    };

    /// <summary>A status that does not have the media type may answer in what it has.</summary>
    private static string Preferring(ApiOperation operation, ApiMediaType media) => string.Join(", ", ResponseBinder.Successes(operation)
        .Select(ResponseBinder.Chosen)
        .OfType<ApiMediaType>()
        .Where(other => !MediaTypes.IsEvents(other.Name) && !MediaTypes.IsLines(other.Name))
        .Select(other => MediaTypes.Range(other.Name))
        .Where(other => other != MediaTypes.Range(media.Name))
        .Distinct()
        .Select(other => other + ";q=0.5")
        .Prepend(MediaTypes.Range(media.Name)));

    private Identifier Name(ApiOperation operation, OperationModel first, string joint, ApiMediaType media)
    {
        string own = first.Name.Plain;
        string name = (own.EndsWith("Async", StringComparison.Ordinal) ? own.Substring(0, own.Length - "Async".Length) : own) + joint;
        string wanted = name + MediaWords.Of(media.Name) + "Async";
        Identifier taken = methods.Take(wanted, name + MediaWords.Whole(media.Name) + "Async");
        if (taken.Plain != wanted)
        {
            context.Problems.Add(DiagnosticDescriptors.NameClash, media.Node, operation.Pointer, wanted, taken.Plain);
        }

        return taken;
    }

    private static DocsModel Docs(OperationModel first, string how, ApiMediaType media)
    {
        string own = how + " `" + media.Name + "`.";
        return first.Docs with { Remarks = first.Docs.Remarks is { } remarks ? own + "\n\n" + remarks : own };
    }

    private static IEnumerable<string> ArgumentsBeside(OperationModel first) => first.Leading.Concat(first.Trailing)
        .Select(parameter => parameter.Name.Plain)
        .Concat(first.Query is { } query ? [query.Name.Plain] : [])
        .Concat(["options", "cancellationToken"]);

    private void Report(MediaChoice choice, SpecNode node, string pointer)
    {
        Report(choice.SameValue, node, pointer, SameValue);
        Report(choice.Unknown, node, pointer, "that is no media type");
    }

    private void Report(IReadOnlyList<ApiMediaType> left, SpecNode node, string pointer, string reason)
    {
        if (left.Count > 0)
        {
            context.Problems.Add(
                DiagnosticDescriptors.MediaTypeLeftOut, node, pointer, string.Join(", ", left.Select(media => "'" + media.Name + "'")), reason);
        }
    }
}
