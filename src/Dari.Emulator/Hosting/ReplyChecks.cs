using Dari.Emulator.Contract;

namespace Dari.Emulator.Hosting;

/// <summary>Checks what the emulator answers, and puts what the document forbids on record.</summary>
internal sealed class ReplyChecks(string service, ContractOperation operation, EmulatorJournal journal)
{
    public ContractOperation Operation => operation;

    /// <summary>Finds what the document has against a reply.</summary>
    public IReadOnlyList<Finding> Check(Reply reply, bool isRefusal)
    {
        ContractResponse? declared = operation.Response(reply.Status);
        if (declared is null)
        {
            return isRefusal ? [] : [new Finding("status", "", "status", $"{reply.Status} is not declared")];
        }

        if (declared.RequiredHeaders.FirstOrDefault(header => !reply.Headers.ContainsKey(header)) is { } missing)
        {
            return [new Finding("header", missing, "required", "is missing")];
        }

        if (reply.ContentType is null)
        {
            return declared.Contents.Count == 0 || reply.Status == 101
                ? []
                : [new Finding("body", "", "content-type", $"{reply.Status} is declared with a body")];
        }

        ContractContent? content = declared.Contents.FirstOrDefault(one => one.Matches(reply.ContentType));
        return content is null
            ? [new Finding("body", "", "content-type", $"{reply.ContentType} is not declared for {reply.Status}")]
            : reply.CheckBody(content);
    }

    public void Record(IReadOnlyList<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            journal.Record(new ContractViolation(service, operation.Id, finding.Pointer, finding.Rule, finding.Message));
        }
    }
}
