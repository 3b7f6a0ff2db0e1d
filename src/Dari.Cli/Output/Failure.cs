using System.Net;
using System.Text.Json.Nodes;
using Dari.Archiving;
using Dari.Sandboxes;

namespace Dari.Cli.Output;

/// <summary>What a command failed of: for people, and as the envelope that programs get.</summary>
/// <param name="Code">A word for programs; the service's own where it has one.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Failure(string Code, string Message)
{
    public string? Hint { get; init; }

    public string? RequestId { get; init; }

    public bool? IsRetryable { get; init; }

    public string? SuggestedAction { get; init; }

    public IReadOnlyList<string> Lines { get; init; } = [];

    public JsonObject? Details { get; init; }

    /// <summary>Explains an exception; null for one that nobody expected.</summary>
    public static Failure? Of(Exception exception) => exception switch
    {
        CliException own => new Failure(own.Code, own.Message)
        {
            Hint = own.Hint,
            Lines = own.Lines,
            Details = own.Details,
            RequestId = (own.InnerException as ApiException)?.RequestId,
        },
        ApiException<ErrorResponse> answer => Answered(answer, answer.Error.ErrorDetail) with
        {
            RequestId = answer.Error.RequestId ?? answer.RequestId,
        },
        ApiException answer => Answered(answer, null),
        TimeoutException => new Failure("timeout", exception.Message) { IsRetryable = true },
        HttpRequestException => new Failure("unreachable", $"The service cannot be reached: {exception.Message}") { IsRetryable = true },
        ArchiveException => new Failure("archive_failed", exception.Message),
        UnauthorizedAccessException or IOException => new Failure("io_error", exception.Message),
        _ => null,
    };

    /// <summary>The envelope of the sandbox's own command, for all commands.</summary>
    public JsonObject ToJson()
    {
        JsonObject error = new()
        {
            ["code"] = Code,
            ["message"] = Message,
            ["hint"] = Hint,
            ["doc_url"] = null,
            ["request_id"] = RequestId,
            ["retryable"] = IsRetryable,
            ["suggested_action"] = SuggestedAction,
        };
        foreach ((string name, JsonNode? value) in Details ?? [])
        {
            error[name] = value?.DeepClone();
        }

        return new JsonObject { ["error"] = error };
    }

    private static Failure Answered(ApiException answer, ErrorDetail? detail) => new(detail?.Code?.Value ?? Word(answer.StatusCode), answer.Message)
    {
        Hint = answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => "Check the key: the environment variable, or the file of keys.",
            HttpStatusCode.Forbidden => "The key is good, but not for this: check whose key it is.",
            _ => null,
        },
        RequestId = answer.RequestId,
        IsRetryable = detail?.Retryable ?? answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
        SuggestedAction = detail?.SuggestedAction,
    };

    private static string Word(HttpStatusCode status) => (int)status switch
    {
        401 => "unauthorized",
        403 => "forbidden",
        404 => "not_found",
        409 => "conflict",
        413 => "quota_exceeded",
        429 => "rate_limit_exceeded",
        400 or 422 => "invalid_request",
        >= 500 => "server_error",
        < 300 => "invalid_response",
        _ => "unknown",
    };
}
