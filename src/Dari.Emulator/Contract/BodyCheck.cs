using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dari.Emulator.Contract;

/// <summary>Reads the body of a request where it is JSON or a form, and checks it.</summary>
internal static class BodyCheck
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static async Task<CheckedBody> ReadAsync(ContractOperation operation, HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        if (operation.Bodies.Count == 0)
        {
            return CheckedBody.None;
        }

        bool present = request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
        ContractContent? content = operation.Bodies.FirstOrDefault(body => body.Matches(request.ContentType));
        if (!present || (request.ContentLength == 0 && request.ContentType is null))
        {
            // Raw bytes may be none; they are there all the same.
            bool raw = operation.Bodies.All(static body => !body.IsJson && !body.IsForm);
            return operation.BodyRequired && !raw ? CheckedBody.Wrong("required", "is missing") : CheckedBody.None;
        }

        if (content is null)
        {
            return CheckedBody.Wrong("content-type", "has a content type that is not one of " + string.Join(", ", operation.Bodies.Select(static body => body.Type)));
        }

        return content switch
        {
            { IsJson: true } => await ReadJsonAsync(operation, content, request, limit, cancellationToken),
            { IsForm: true } => await ReadFormAsync(content, request, cancellationToken),
            _ => CheckedBody.None,
        };
    }

    private static async Task<CheckedBody> ReadJsonAsync(
        ContractOperation operation, ContractContent content, HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        byte[] chunk = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (buffer.Length + read > limit)
            {
                return CheckedBody.Wrong("size", "is too large");
            }

            buffer.Write(chunk, 0, read);
        }

        if (buffer.Length == 0)
        {
            return operation.BodyRequired ? CheckedBody.Wrong("required", "is missing") : CheckedBody.None;
        }

        try
        {
            JsonNode? json = JsonNode.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), documentOptions: Strict);
            return new CheckedBody(json, null, content.Schema.Check(json?.ToJsonString() ?? "null"));
        }
        catch (JsonException)
        {
            return CheckedBody.Wrong("json", "is not JSON");
        }
    }

    private static async Task<CheckedBody> ReadFormAsync(ContractContent content, HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            IFormCollection form = await request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = long.MaxValue, ValueLengthLimit = 1 << 20 }, cancellationToken);
            return new CheckedBody(null, form, [.. content.Parts.SelectMany(part => Check(part, form))]);
        }
        catch (InvalidDataException exception)
        {
            return CheckedBody.Wrong("form", "is not a form: " + exception.Message);
        }
    }

    private static IEnumerable<Finding> Check(ContractPart part, IFormCollection form)
    {
        bool present = form.Files.Any(file => file.Name == part.Name) || (part.Value is not null && form.ContainsKey(part.Name));
        if (!present)
        {
            string wrong = form.ContainsKey(part.Name) ? "is not a file" : "is missing";
            return part.Required || wrong != "is missing" ? [new Finding("body", "/" + part.Name, "required", wrong)] : [];
        }

        return part.Value is null || form[part.Name].All(text => part.Value.AllowsPart(text ?? ""))
            ? []
            : [new Finding("body", "/" + part.Name, "value", "does not have an allowed value")];
    }
}
