using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Answers with the bytes of a file.</summary>
internal static class Transfer
{
    /// <summary>The file is opened at once, so a later change does not disturb the answer.</summary>
    public static Reply Of(string physical)
    {
        var file = new FileStream(physical, new FileStreamOptions
        {
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        });
        return Reply.Bytes(
            "application/octet-stream",
            async (body, cancellationToken) =>
            {
                await using (file)
                {
                    await file.CopyToAsync(body, cancellationToken);
                }
            },
            file.Length);
    }
}
