using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox;

/// <summary>The refusals of the sandbox service: statuses, and codes out of the document's list.</summary>
/// <remarks>The texts are written for the caller and never hold a key, a token or a signed address.</remarks>
internal static class SandboxFault
{
    /// <summary>Member of <see cref="ServiceFault.Details"/> that says whether the same call can succeed later.</summary>
    public const string Retryable = "retryable";

    /// <summary>400: the request is malformed.</summary>
    public static ServiceFault Invalid(string message) => new(400, "invalid_request", message);

    /// <summary>403 under the given code.</summary>
    public static ServiceFault Forbidden(string message, string code = "forbidden") => new(403, code, message);

    /// <summary>404 under the code of the kind that was looked for.</summary>
    public static ServiceFault NotFound(string message, string code = "not_found") => new(404, code, message);

    /// <summary>409 under the given code, with a reason for programs.</summary>
    public static ServiceFault Conflict(string message, string code = "conflict", string? reason = null) =>
        new(409, code, message) { Details = Reason(reason) };

    /// <summary>413: more bytes than the service takes.</summary>
    public static ServiceFault TooLarge(string message) => new(413, "file_upload_limit_exceeded", message);

    /// <summary>422: the request is well formed, and its fields do not go together.</summary>
    public static ServiceFault Fields(string message, string? reason = null) =>
        new(422, "invalid_fields", message) { Details = Reason(reason) };

    /// <summary>429 under the given code.</summary>
    public static ServiceFault Exhausted(string message, string code, bool isRetryable = false) =>
        new(429, code, message) { Details = isRetryable ? new JsonObject { [Retryable] = true } : null };

    private static JsonObject? Reason(string? reason) => reason is null ? null : new JsonObject { ["reason"] = reason };
}
