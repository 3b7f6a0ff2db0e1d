using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox;

/// <summary>The error envelope of the service.</summary>
internal static class SandboxErrors
{
    /// <summary>The envelope of a fault: a text, and the parts of it with the code.</summary>
    public static JsonNode Envelope(ServiceFault fault)
    {
        var requestId = Ids.New("req_", 8);
        var details = fault.Details?.DeepClone().AsObject() ?? [];
        var isRetryable = details.Remove(SandboxFault.Retryable);
        if (fault.Findings.Count > 0)
        {
            details["findings"] = new JsonArray([.. fault.Findings.Select(finding => JsonValue.Create(finding.ToString()))]);
        }

        var detail = new JsonObject
        {
            ["code"] = fault.Code,
            ["message"] = fault.Message,
            ["retryable"] = isRetryable,
            ["request_id"] = requestId,
        };
        if (details.Count > 0)
        {
            detail["details"] = details;
        }

        return new JsonObject
        {
            ["error"] = fault.Message,
            ["error_detail"] = detail,
            ["request_id"] = requestId,
        };
    }

    /// <summary>The fault for a request that the document does not allow: 422 for fields of a body, else 400.</summary>
    public static ServiceFault Refusal(ContractOperation operation, IReadOnlyList<Finding> findings)
    {
        var isTooLarge = findings.Any(finding => finding.Rule == "size");
        var isAboutFields = operation.Response(422) is not null
            && findings.All(finding => finding is { Place: "body", Rule: not ("json" or "form" or "content-type") });
        return new ServiceFault(
            isTooLarge ? 413 : isAboutFields ? 422 : 400,
            isTooLarge ? "file_upload_limit_exceeded" : isAboutFields ? "invalid_fields" : "invalid_request",
            "The request is not what the document allows.")
        {
            Findings = findings,
            IsRefusal = true,
        };
    }
}
