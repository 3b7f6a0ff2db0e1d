using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Companions;

/// <summary>What the methods of uploads have in common: parameters and their documentation.</summary>
internal sealed class UploadSignature
{
    private readonly OperationModel _operation;

    public UploadSignature(OperationModel operation)
    {
        _operation = operation;
        Names = new LocalNames(operation.Leading.Select(parameter => parameter.Name.Plain).Concat(["options", "cancellationToken"]));
        Upload = Names.Take("upload");
    }

    public LocalNames Names { get; }

    /// <summary>The parameter that says how it is done.</summary>
    public Identifier Upload { get; }

    public static IEnumerable<Code> Leading(OperationModel operation) =>
        operation.Leading.Select(parameter => (Code)$"{CSharpType.Of(parameter.Value)} {parameter.Name}");

    /// <summary>Those of the announcement, then the method's own, then those that all methods end with.</summary>
    public Code Parameters(IEnumerable<Code> own) => Lines.Listed(Leading(_operation).Concat(own).Concat(new Code[]
    {
        $"UploadOptions? {Upload} = null",
        $"RequestOptions? options = null",
        $"CancellationToken cancellationToken = default",
    }));

    /// <summary>The announcement's own parameters as arguments.</summary>
    public Code Arguments() => Lines.Inline(_operation.Leading.Select(parameter => (Code)$"{parameter.Name}"));

    public Code Docs(string summary, string remarks, IEnumerable<Code> own) => Lines.Stacked(new[]
        {
            Emit.Docs.Summary(summary),
            Emit.Docs.Remarks(remarks),
        }
        .Concat(_operation.Leading.Select(OperationDocs.Parameter))
        .Concat(own)
        .Concat(new Code[]
        {
            Emit.Docs.Param(Upload, "How it is done: parts at once, progress, the ticket with which it goes on."),
            $"/// <param name=\"options\">Headers and timeout of its calls, and the idempotency key of the first.</param>",
            $"/// <param name=\"cancellationToken\">Cancels it. With a ticket it can go on later.</param>",
            Emit.Docs.Returns("What the service answers when the upload is complete."),
            $"/// <exception cref=\"UploadException\">It cannot go on; its fault says why.</exception>",
        })
        .Concat(_operation.Exceptions.Select(OperationDocs.Exception)));
}
