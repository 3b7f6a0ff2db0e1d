using System.Text;
using Dari.Http;
using Dari.Runtime.Tests.Json;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Http;

public sealed class BodyTests
{
    [Fact]
    public async Task A_form_with_files_is_written_to_the_letter()
    {
        MultipartBody body = new MultipartBody()
            .AddText("plain", "Grüße\r\nzwei")
            .AddText("none", null)
            .AddTexts("many", ["a", null, "b"])
            .AddText("we\"ird\r\nname", "x", "text/csv")
            .AddJson("pet", new Pet { Id = "p", Age = 1 }, PetJson.Write)
            .AddFile("file", FileUpload.FromText("öl", "na\"me\r\n\\é.txt", "text/x"))
            .AddFile("none", null)
            .AddFiles("files", [FileUpload.FromBytes(new byte[] { 0, 255 }, "b.bin")]);

        LoopbackRequest sent = await SendAsync(body);

        string boundary = sent["Content-Type"]!.Split("boundary=")[1];
        sent["Content-Type"].ShouldBe($"multipart/form-data; boundary={boundary}");
        sent["Content-Length"].ShouldNotBeNull();
        string[] parts =
        [
            "Content-Disposition: form-data; name=\"plain\"\r\n\r\nGrüße\r\nzwei",
            "Content-Disposition: form-data; name=\"many\"\r\n\r\na",
            "Content-Disposition: form-data; name=\"many\"\r\n\r\nb",
            "Content-Disposition: form-data; name=\"we%22ird%0D%0Aname\"\r\nContent-Type: text/csv\r\n\r\nx",
            "Content-Disposition: form-data; name=\"pet\"\r\nContent-Type: application/json\r\n\r\n{\"id\":\"p\",\"age\":1}",
            "Content-Disposition: form-data; name=\"file\"; filename=\"na%22me%0D%0A\\é.txt\"\r\nContent-Type: text/x\r\n\r\nöl",
            "Content-Disposition: form-data; name=\"files\"; filename=\"b.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n\0\uFFFD",
        ];
        sent.Text.ShouldBe(string.Concat(parts.Select(part => $"--{boundary}\r\n{part}\r\n")) + $"--{boundary}--\r\n");
    }

    [Fact]
    public async Task Parts_can_go_as_another_multipart()
    {
        LoopbackRequest sent = await SendAsync(new MultipartBody().AddText("a", "b").WithMediaType("multipart/related"));

        sent["Content-Type"]!.ShouldStartWith("multipart/related; boundary=");
        Should.Throw<ArgumentException>(() => new MultipartBody().WithMediaType("related"));
    }

    [Fact]
    public async Task A_form_of_unknown_length_goes_in_chunks()
    {
        using var pipe = new System.IO.Pipelines.Pipe().Reader.AsStream();
        MultipartBody endless = new MultipartBody().AddFile("f", new FileUpload(pipe, "f"));
        endless.IsRepeatable.ShouldBeFalse();

        var source = new System.IO.Pipelines.Pipe();
        await source.Writer.WriteAsync(Encoding.UTF8.GetBytes("streamed"));
        await source.Writer.CompleteAsync();
        LoopbackRequest sent = await SendAsync(
            new MultipartBody().AddFile("f", new FileUpload(source.Reader.AsStream(), "f")));

        sent["Transfer-Encoding"].ShouldBe("chunked");
        sent.Text.ShouldContain("\r\n\r\nstreamed\r\n--dari-");
    }

    [Fact]
    public async Task Bodies_have_their_types_and_lengths()
    {
        LoopbackRequest json = await SendAsync(
            ApiContent.Json(new Pet { Id = "é", Age = 1 }, PetJson.Write, "application/merge-patch+json"));
        (json["Content-Type"], json["Content-Length"], json.Text).ShouldBe(
            ("application/merge-patch+json", "19", """{"id":"é","age":1}"""));

        LoopbackRequest text = await SendAsync(ApiContent.Text("ü"));
        (text["Content-Type"], text.Text).ShouldBe(("text/plain; charset=utf-8", "ü"));

        LoopbackRequest form = await SendAsync(new FormBody().Add("a b", "c d&é").Add("none", null)
            .AddList("l", ["1", "2"], ListStyle.Comma).AddMap("m", [new("k", "v")], MapStyle.DeepObject));
        (form["Content-Type"], form.Text).ShouldBe(
            ("application/x-www-form-urlencoded", "a+b=c+d%26%C3%A9&l=1,2&m%5Bk%5D=v"));

        LoopbackRequest file = await SendAsync(
            ApiContent.File(FileUpload.FromBytes("zip"u8.ToArray(), "a.zip", "application/zip")));
        (file["Content-Type"], file.Text).ShouldBe(("application/zip", "zip"));

        LoopbackRequest nothing = await SendAsync(null);
        (nothing["Content-Length"], nothing["Content-Type"]).ShouldBe(("0", null));
        Should.Throw<ArgumentException>(() => ApiContent.Text("x", "text/plain\r\nX-Evil: 1"));
        Should.Throw<ArgumentException>(() => FileUpload.FromText("x", "n", "evil\r\nX: 1"));
    }

    [Fact]
    public async Task A_file_of_the_disk_is_sent_again_when_need_be()
    {
        string path = Path.Combine(Path.GetTempPath(), $"dari-{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(path, "from disk");
        try
        {
            await using var server = LoopbackServer.InTurn(a => a.SendAsync(503, ""), a => a.SendAsync(204, ""));
            using ApiPipeline pipeline = Service.To(server);
            FileUpload file = FileUpload.FromFile(path);

            await pipeline.SendAsync(
                new ApiRequest(
                    HttpMethod.Put, $"/f")
                { Content = new MultipartBody().AddFile("f", file) }, null, default);

            server.Requests.Count.ShouldBe(2);
            server.Requests.ShouldAllBe(r => r.Text.Contains($"filename=\"{Path.GetFileName(path)}\""));
            server.Requests.ShouldAllBe(static r => r.Text.Contains("\r\n\r\nfrom disk\r\n"));
            file.Length.ShouldBe(9);
        }
        finally
        {
            File.Delete(path);
        }

        Should.Throw<FileNotFoundException>(() => FileUpload.FromFile(path));
    }

    private static async Task<LoopbackRequest> SendAsync(ApiContent? content)
    {
        await using var server = LoopbackServer.Always(204);
        using ApiPipeline pipeline = Service.To(server);
        await pipeline.SendAsync(new ApiRequest(HttpMethod.Post, $"/x") { Content = content }, null, default);
        return server.Requests.Single();
    }
}
