using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Tests.Snapshots;

namespace Dari.Generator.Tests.Binding.Companions;

/// <summary>Mistakes in <c>x-resumable-upload</c> are found where they stand, and cost only the methods for uploads.</summary>
public sealed class UploadBinderTests
{
    [Fact]
    public void The_whole_form_has_nothing_to_report()
    {
        Bound<ClientModel> bound = BinderHost.Bind(UploadSnapshots.Document);

        Assert.Empty(bound.Problems);
        Assert.Equal(
            ["UploadFileAsync", "UploadStreamAsync", "UploadDirectoryAsync", "ResumeAsync"],
            Companions(bound).Where(one => one is not UploadModel).Select(one => one.Name.Plain));
    }

    [Theory]
    [InlineData("state: { id: id, status: phase,", "state: { id: id,", "DARI030", "it needs 'status'")]
    [InlineData("partCount: chunks", "parts: chunks", "DARI030", "there is no such member")]
    [InlineData("firstNumber: 1", "firstNumber: one", "DARI030", "it should be 0 or 1, not a string")]
    [InlineData("errors: { at: code, conflict: [taken], quota: full }", "errors: [at]", "DARI030", "it should be an object, not a list")]
    [InlineData("operation: getTransfer,", "operation: getTransfr,", "DARI031", "getTransfr")]
    [InlineData("partSize: chunk,", "partSize: size,", "DARI032", "Transfer has no member 'size'")]
    [InlineData("partSize: chunk,", "partSize: phase,", "DARI032", "'phase' of Transfer is not an integer")]
    [InlineData("state: transfer", "state: session", "DARI032", "the answer of POST /boxes/{box}/transfers has no such object")]
    [InlineData("length: bytes", "length: path", "DARI032", "NewTransfer has no integer 'path'")]
    [InlineData("directory: { kind: tar }", "directory: { kind: zip }", "DARI032", "'kind' of NewTransfer cannot be this value")]
    [InlineData("staged: here", "staged: there", "DARI032", "TransferPhase has no value 'there'")]
    [InlineData("number: n,", "number: X-Sha256,", "DARI032", "has no parameter or member 'X-Sha256' that could hold it")]
    [InlineData("number: n, firstNumber", "number: number, firstNumber", "DARI032", "has no parameter or member 'number'")]
    [InlineData("directory: { kind: tar }", "directory: {}", "DARI033", "'kind'")]
    [InlineData("id: id, digest: sha256", "id: box, digest: sha256", "DARI033", "'id'")]
    public void A_mistake_is_reported_at_its_place(string text, string mistake, string id, string message)
    {
        string document = UploadSnapshots.Document.Replace(text, mistake, StringComparison.Ordinal);
        int extension = Line(document, "x-resumable-upload");

        Bound<ClientModel> bound = BinderHost.Bind(document);

        DiagnosticInfo problem = Assert.Single(bound.Problems, one => one.Descriptor.Id == id);
        Assert.Contains(message, problem.ToDiagnostic().GetMessage(null), StringComparison.Ordinal);
        Assert.InRange(problem.Location!.LineSpan.Start.Line, extension, extension + 15);
        Assert.True(problem.Location.LineSpan.Start.Character > 0);
        Assert.Empty(Companions(bound));
    }

    [Fact]
    public void A_misspelt_member_is_marked_itself()
    {
        string document = UploadSnapshots.Document.Replace("partCount: chunks", "parts: chunks", StringComparison.Ordinal);
        string line = (BinderHost.Head + document).Split('\n').Single(one => one.Contains("parts: chunks", StringComparison.Ordinal));

        DiagnosticInfo problem = Assert.Single(BinderHost.Bind(document).Problems);

        Assert.Equal(line.IndexOf("parts: ", StringComparison.Ordinal), problem.Location!.LineSpan.Start.Character);
    }

    private static int Line(string document, string text) =>
        (BinderHost.Head + document).Split('\n').ToList().FindIndex(line => line.Contains(text, StringComparison.Ordinal));

    private static IEnumerable<CompanionModel> Companions(Bound<ClientModel> bound) =>
        bound.Value!.Tags.SelectMany(tag => tag.Operations).SelectMany(operation => operation.Companions);
}
