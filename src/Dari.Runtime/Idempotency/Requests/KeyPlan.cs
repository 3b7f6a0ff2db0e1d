using Dari.Http;

namespace Dari.Idempotency.Requests;

/// <summary>
/// Where a call carries its idempotency key, which key the caller gave, and what the caller calls the call.
/// </summary>
internal sealed record KeyPlan
{
    internal string? Header { get; private init; }

    internal string? Field { get; private init; }

    /// <summary>The key that the caller gave; null when one is to be made.</summary>
    internal string? Given { get; private init; }

    /// <summary>Under which name the call stands in a journal; null when nobody could come back to it.</summary>
    internal string? Name { get; private init; }

    /// <summary>Finds out; null for an operation without a key, or where the body says that it has none.</summary>
    /// <exception cref="ArgumentException">The caller gave a key or name that cannot be used, or two keys.</exception>
    internal static KeyPlan? For(ApiRequest request, RequestOptions? call, IReadOnlyDictionary<string, string> headers) =>
        request.IdempotencyHeader is null && request.IdempotencyField is null && call is null
            ? null
            : Find(request, call, headers);

    private static KeyPlan? Find(ApiRequest request, RequestOptions? call, IReadOnlyDictionary<string, string> headers)
    {
        BodyField field = request.IdempotencyField is { } name && request.Content is { } content
            ? content.Find(name)
            : BodyField.None;
        bool isInBody = field != BodyField.None && !field.IsNull;
        if (request.IdempotencyHeader is null && !isInBody)
        {
            // To drop the key would let the caller believe that the work is done once only.
            return call?.IdempotencyKey is null && call?.LogicalCall is null
                ? null
                : throw new ArgumentException($"{request.Method} {request.Template} takes no idempotency key.");
        }

        string? given = OneOf(request, call?.IdempotencyKey, FromHeaders(call?.Headers, request), field.Value)
            ?? (request.IdempotencyHeader is { } header ? headers.GetValueOrDefault(header) : null);
        return new KeyPlan
        {
            Header = request.IdempotencyHeader,
            Field = isInBody ? request.IdempotencyField : null,
            Given = given,
            Name = call?.LogicalCall ?? given,
        };
    }

    private static string? FromHeaders(IDictionary<string, string>? headers, ApiRequest request) =>
        request.IdempotencyHeader is { } name && headers is not null && headers.TryGetValue(name, out string? value)
            ? value
            : null;

    private static string? OneOf(ApiRequest request, params string?[] keys)
    {
        string[] given = [.. keys.OfType<string>().Distinct(StringComparer.Ordinal)];
        return given.Length <= 1
            ? given.FirstOrDefault()
            : throw new ArgumentException(
                $"{request.Method} {request.Template} was given several idempotency keys that differ. Give one: in the "
                + "body, or as RequestOptions.IdempotencyKey.");
    }
}
