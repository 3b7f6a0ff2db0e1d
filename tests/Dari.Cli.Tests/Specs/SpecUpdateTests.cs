using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests.Specs;

/// <summary><c>dari spec update</c>: afterwards there is the old document or the new one, and nothing else.</summary>
public sealed class SpecUpdateTests : IDisposable
{
    private readonly Surroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task What_breaks_nobody_replaces_the_document()
    {
        _surroundings.Write("shop.yaml", ShopDocument.Text);
        _surroundings.Write("incoming/v2.yaml", ShopDocument.Safe);

        DariResult result = await UpdateAsync("incoming/v2.yaml");

        result.ShouldEndWith(0).ShouldBePlain().Output.ShouldContain("changes: 1, breaking: 0, risky: 0, safe: 1\n");
        result.Output.ShouldContain("new: incoming/v2.yaml:24:");
        ShouldBe(ShopDocument.Safe);
        File.ReadAllText(_surroundings.PathOf("shop.yaml.sha256")).ShouldBe(Digest(ShopDocument.Safe) + "  shop.yaml\n");
        result.Output.ShouldContain(Digest(ShopDocument.Safe));
    }

    [Fact]
    public async Task What_breaks_somebody_needs_a_yes()
    {
        _surroundings.Write("shop.yaml", ShopDocument.Text);
        _surroundings.Write("v2.yaml", ShopDocument.Breaking);

        DariResult asked = await UpdateAsync("v2.yaml");
        asked.ShouldEndWith(1).Output.ShouldContain("'shop.yaml' stays as it is, because something breaks; --yes replaces it all the same.");
        ShouldBe(ShopDocument.Text, "v2.yaml");

        (await UpdateAsync("v2.yaml", "--yes")).ShouldEndWith(0).Output.ShouldContain("changes: 1, breaking: 1, risky: 0, safe: 0\n");
        ShouldBe(ShopDocument.Breaking, "v2.yaml", "shop.yaml.sha256");
    }

    [Fact]
    public async Task What_is_no_document_changes_nothing()
    {
        _surroundings.Write("shop.yaml", ShopDocument.Text);
        _surroundings.Write("v2.yaml", "openapi: 3.0.3\n  info: [\n");
        _surroundings.Write("v3.yaml", "\0\0binary\0\0");

        (await UpdateAsync("v2.yaml", "--yes")).ShouldEndWith(2).Error.ShouldContain("v2.yaml(2,");
        (await UpdateAsync("v3.yaml", "--yes")).ShouldEndWith(2).Error.ShouldContain("not text");
        (await UpdateAsync("nowhere.yaml", "--yes")).ShouldEndWith(2).Error.ShouldContain("'nowhere.yaml' cannot be had");
        ShouldBe(ShopDocument.Text, "v2.yaml", "v3.yaml");
    }

    [Fact]
    public async Task A_document_that_is_not_there_yet_is_taken_when_that_is_meant()
    {
        _surroundings.Write("incoming.yaml", ShopDocument.Text);

        (await UpdateAsync("incoming.yaml")).ShouldEndWith(2).Error.ShouldContain("There is no 'shop.yaml' to replace; --yes makes a new document of it.");
        _surroundings.Write("shop.json", "{}");
        (await UpdateAsync("incoming.yaml")).Error.ShouldContain("(there is 'shop.json')");
        File.Delete(_surroundings.PathOf("shop.json"));

        (await UpdateAsync("incoming.yaml", "--yes")).ShouldEndWith(0);

        ShouldBe(ShopDocument.Text, "incoming.yaml", "shop.yaml.sha256");
    }

    [Fact]
    public async Task The_version_that_is_there_already_is_said_to_be()
    {
        _surroundings.Write("shop.yaml", ShopDocument.Text);
        _surroundings.Write("same.yaml", ShopDocument.Text);

        (await UpdateAsync("same.yaml")).ShouldEndWith(0).Output.ShouldBe("'shop.yaml' is that version already.\n");
    }

    [Fact]
    public async Task A_document_comes_from_an_address()
    {
        _surroundings.Write("shop.yaml", ShopDocument.Text);
        using var server = new RawServer(Answer(ShopDocument.Safe, ShopDocument.Safe.Length));

        DariResult result = await UpdateAsync(server.Address + "v2.yaml");

        result.ShouldEndWith(0).Output.ShouldContain("new: " + server.Address + "v2.yaml:");
        ShouldBe(ShopDocument.Safe, "shop.yaml.sha256");
    }

    [Fact]
    public async Task An_answer_that_breaks_off_or_fails_changes_nothing()
    {
        _surroundings.Write("shop.yaml", ShopDocument.Text);
        using var half = new RawServer(Answer(ShopDocument.Safe[..400], ShopDocument.Safe.Length));
        using var chunks = new RawServer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nopenapi: 3.0.3\r\n\r\n");
        using var gone = new RawServer("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

        (await UpdateAsync(half.Address + "v2.yaml", "--yes")).ShouldEndWith(2).Error.ShouldContain("cannot be had");
        (await UpdateAsync(chunks.Address + "v2.yaml", "--yes")).ShouldEndWith(2);
        (await UpdateAsync(gone.Address + "v2.yaml", "--yes")).ShouldEndWith(2).Error.ShouldContain("404");
        ShouldBe(ShopDocument.Text);
    }

    [UnixFact]
    public async Task A_process_that_is_killed_while_it_reads_changes_nothing()
    {
        _surroundings.Write("shop.yaml", ShopDocument.Text);
        using var slow = new RawServer(Answer(ShopDocument.Safe[..400], ShopDocument.Safe.Length), stays: true);
        using var process = DariProcess.Start(_surroundings, "spec", "update", "shop.yaml", "--from", slow.Address + "v2.yaml", "--yes");

        await slow.Asked;
        process.Kill();
        await process.EndAsync();

        ShouldBe(ShopDocument.Text);
    }

    [Fact]
    public async Task References_are_seen_from_the_document_that_is_replaced()
    {
        _surroundings.Write("api/shop.yaml", ShopDocument.Text);
        _surroundings.Write("api/partner.yaml", "type: object\nproperties: { order: { $ref: 'shop.yaml#/components/schemas/Order' } }\n");
        _surroundings.Write("v2.yaml", ShopDocument.With("buyer: { $ref: \"#/components/schemas/Buyer\" }", "buyer: { $ref: \"partner.yaml\" }"));

        DariResult result = await DariProcess.RunAsync(_surroundings, "spec", "update", "api/shop.yaml", "--from", "v2.yaml", "--yes");

        result.ShouldEndWith(0).Output.ShouldContain("schema Order, .buyer");
        (await DariProcess.RunAsync(_surroundings, "spec", "check", "api/shop.yaml")).ShouldEndWith(0).Output.ShouldBe("errors: 0, warnings: 0, notes: 0\n");
    }

    private Task<DariResult> UpdateAsync(string from, params string[] options) =>
        DariProcess.RunAsync(_surroundings, ["spec", "update", "shop.yaml", "--from", from, .. options]);

    private void ShouldBe(string text, params string[] others)
    {
        File.ReadAllText(_surroundings.PathOf("shop.yaml")).ShouldBe(text);
        if (others.Length > 0 || !File.Exists(_surroundings.PathOf("shop.yaml.sha256")))
        {
            Directory.GetFiles(_surroundings.Folder).Select(Path.GetFileName).Order().ShouldBe(others.Append("shop.yaml").Order());
        }
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Answer(string body, int length) => $"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}";

    /// <summary>Answers whatever it is asked with the same bytes, and closes the connection or keeps it open.</summary>
    private sealed class RawServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<TcpClient> _open = [];

        public RawServer(string answer, bool stays = false)
        {
            _listener.Start();
            Address = "http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port + "/";
            _ = ServeAsync(Encoding.ASCII.GetBytes(answer), stays);
        }

        public string Address { get; }

        public Task Asked => _asked.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public void Dispose()
        {
            _listener.Stop();
            _open.ForEach(client => client.Dispose());
        }

        private async Task ServeAsync(byte[] answer, bool stays)
        {
            try
            {
                while (true)
                {
                    TcpClient client = await _listener.AcceptTcpClientAsync();
                    NetworkStream stream = client.GetStream();
                    _ = await stream.ReadAsync(new byte[8192]);
                    await stream.WriteAsync(answer);
                    _asked.TrySetResult();
                    if (stays)
                    {
                        _open.Add(client);
                    }
                    else
                    {
                        client.Dispose();
                    }
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }
    }
}
