using Dari.Sandboxes;
using Call = Dari.EndToEnd.Tests.Operations.OperationCall<Dari.EndToEnd.Tests.Operations.SandboxWorld, Dari.Sandboxes.SandboxClient>;

namespace Dari.EndToEnd.Tests.Operations;

internal static partial class SandboxCalls
{
    private static readonly FileTargetRequest Target = new() { Path = SandboxWorld.Path };

    private static IEnumerable<Call> Files() =>
    [
        OfFile("listFiles", id => async client => Assert.Contains(
            await client.Files.ListAsync(id, new ListFilesQuery { Path = "/workspace" }), file => file.Path == SandboxWorld.Path)),
        OfFile("readFile", id => async client => Assert.Equal(
            Convert.ToBase64String("one fish\ntwo fish\n"u8),
            (await client.Files.ReadAsync(id, new ReadFileRequest { Path = SandboxWorld.Path, Encoding = ContentEncoding.Base64 })).Content)),
        OfSandbox("writeFile", id => async client => Assert.Equal(
            2ul, (await client.Files.WriteAsync(id, new WriteFileRequest { Path = "/workspace/b.txt", Content = "hi" })).Size)),
        OfSandbox("batchWriteFiles", id => async client =>
        {
            var form = new BatchWriteForm
            {
                Manifest = new BatchWriteManifest
                {
                    Files =
                    [
                        new BatchWriteEntry { Path = "/workspace/a.txt", Field = "first" },
                        new BatchWriteEntry { Path = "/workspace/.nullspace/b.txt", Field = "second" },
                    ],
                },
                Files = new Dictionary<string, FileUpload>
                {
                    ["first"] = FileUpload.FromBytes("a"u8.ToArray(), "a.txt"),
                    ["second"] = FileUpload.FromBytes("b"u8.ToArray(), "b.txt"),
                },
            };
            BatchWriteResult result = await client.Files.BatchWriteFilesAsync(id, form);
            Assert.Equal(["success", "error"], result.Results.Select(one => one.Status));
        }),
        OfFile("downloadFile", id => async client =>
        {
            await using FileDownload download = await client.Files.DownloadAsync(id, SandboxWorld.Path);
            using var reader = new StreamReader(download.Content);
            Assert.Equal(SandboxWorld.Text, await reader.ReadToEndAsync());
        }),
        OfSandbox("uploadFile", id => async client =>
        {
            await client.Files.UploadAsync(id, "/workspace/ü 1.txt", SandboxWorld.Bytes("raw"));
            Assert.Equal(3ul, (await client.Files.GetInfoAsync(id, new FileTargetRequest { Path = "/workspace/ü 1.txt" })).Size);
        }),
        new Call("uploadFileForm", async world =>
        {
            string id = await world.SandboxWithFile();
            SignedUploadUrl signed = await world.Client.Files.CreateUploadUrlAsync(id, Target);
            var query = new UploadFileFormQuery { Path = SandboxWorld.Path, Token = SandboxWorld.Query(signed.Url, "token") };
            return client => client.Files.UploadFormAsync(id, Form(), query);
        }) with
        {
            Fail = async world => await world.Client.Files.UploadFormAsync(
                await world.Sandbox(), Form(), new UploadFileFormQuery { Path = SandboxWorld.Path, Token = "forged" }),
        },
        OfFile("createFileUploadUrl", id => client => client.Files.CreateUploadUrlAsync(id, Target)),
        OfFile("createFileDownloadUrl", id => async client =>
        {
            using var http = new HttpClient();
            Uri url = (await client.Files.CreateDownloadUrlAsync(id, Target)).Url;
            Assert.Equal(SandboxWorld.Text, await http.GetStringAsync(url));
        }),
        OfFile("getFileInfo", id => async client => Assert.Equal(FileType.File, (await client.Files.GetInfoAsync(id, Target)).Type)),
        OfSandbox("makeDirectory", id => client => client.Files.MakeDirectoryAsync(id, new FileTargetRequest { Path = "/workspace/x/y" })),
        OfFile("renameFile", id => async client => Assert.Equal("/workspace/moved.txt", (await client.Files.RenameAsync(
            id, new RenameFileRequest { OldPath = SandboxWorld.Path, NewPath = "/workspace/moved.txt" })).Path)),
        OfFile("setFilePermissions", id => client => client.Files.SetPermissionsAsync(
            id, new SetFilePermissionsRequest { Path = SandboxWorld.Path, Permissions = "0755" })),
        OfFile("searchFiles", id => async client => Assert.Equal(
            [SandboxWorld.Path], await client.Files.SearchAsync(id, new SearchFilesRequest { Path = "/workspace", Pattern = "*.txt" }))),
        OfFile("findFileText", id => async client => Assert.Equal(
            2u, (await client.Files.FindTextAsync(id, new FindTextRequest { Path = "/workspace", Pattern = "two" })).Single().Line)),
        OfFile("replaceFileText", id => async client => Assert.Equal(2ul, (await client.Files.ReplaceTextAsync(
            id, new ReplaceTextRequest { Files = [SandboxWorld.Path], Pattern = "fish", Replacement = "bird" })).Replacements)),
    ];

    private static IEnumerable<Call> Uploads() =>
    [
        new("createUpload", async world =>
        {
            string id = await world.Sandbox();
            return client => client.Uploads.CreateAsync(id, world.UploadRequest());
        }),
        OfUpload("getUpload", (_, id, session) => async client => Assert.Equal(UploadStatus.Created, (await client.Uploads.GetAsync(id, session.UploadId)).Status)),
        OfUpload("abortUpload", (_, id, session) => client => client.Uploads.AbortAsync(id, session.UploadId)),
        OfUpload("sendUploadPart", (world, id, session) => async client =>
        {
            UploadSession after = await client.Uploads.SendPartAsync(id, session.UploadId, 1, world.Part(1, session.PartSize));
            Assert.Equal((session.PartSize, UploadStatus.Uploading), (after.AcceptedBytes, after.Status));
        }),
        new("completeUpload", async world =>
        {
            (string id, UploadSession session) = await world.Upload();
            for (uint part = 0; part < session.PartCount; part++)
            {
                await world.Client.Uploads.SendPartAsync(id, session.UploadId, part, world.Part(part, session.PartSize));
            }

            return async client =>
            {
                UploadPublished published = await client.Uploads.CompleteAsync(id, session.UploadId, new CompleteUploadRequest());
                Assert.Equal((ulong)world.Content.Length, published.PublishedBytes);
                await using FileDownload back = await client.Files.DownloadAsync(id, session.TargetPath);
                var bytes = new MemoryStream();
                await back.Content.CopyToAsync(bytes);
                Assert.Equal(world.Content, bytes.ToArray());
            };
        }),
    ];

    private static FileForm Form() => new() { File = FileUpload.FromBytes("form"u8.ToArray(), "notes.txt") };

    private static Call OfUpload(string operationId, Func<SandboxWorld, string, UploadSession, Func<SandboxClient, Task>> call) =>
        new(operationId, async world =>
        {
            (string sandbox, UploadSession session) = await world.Upload();
            return call(world, sandbox, session);
        });
}
