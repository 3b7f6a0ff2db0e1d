using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>The command interpreter, processes and the socket.</summary>
public sealed class ExecTests
{
    [Theory]
    [InlineData("echo hello", 0, "hello\n", "")]
    [InlineData("echo -n a 'b  c' \"d $X\" e\\ f", 0, "a b  c d 7 e f", "")]
    [InlineData("echo '$X' \"\\$X\" ${X}1 $NOTHING end", 0, "$X $X 71 end\n", "")]
    [InlineData("pwd; cd /tmp && pwd", 0, "/workspace\n/tmp\n", "")]
    [InlineData("true && echo yes || echo no; false && echo yes || echo no", 0, "yes\nno\n", "")]
    [InlineData("false", 1, "", "")]
    [InlineData("exit 3; echo never", 3, "", "")]
    [InlineData("false; echo $?", 0, "1\n", "")]
    [InlineData("python main.py", 127, "", "python: command not found\n")]
    [InlineData("nothing; echo after", 0, "after\n", "nothing: command not found\n")]
    [InlineData("printf '%s-%d%%\\n' a 1 b 2", 0, "a-1%\nb-2%\n", "")]
    [InlineData("echo one > f; echo two >> f; cat f; wc -l f", 0, "one\ntwo\n2 f\n", "")]
    [InlineData("echo one > f && echo x > f && cat < f", 0, "x\n", "")]
    [InlineData("mkdir -p a/b && touch a/b/c && ls a/b && rm -r a && ls", 0, "c\n", "")]
    [InlineData("mkdir a/b", 1, "", "mkdir: cannot create directory 'a/b': No such file or directory\n")]
    [InlineData("echo x > no/f", 1, "", "sh: no/f: No such file or directory\n")]
    [InlineData("cat none || echo failed", 0, "failed\n", "cat: none: No such file or directory\n")]
    [InlineData("cat none 2> err; cat err", 0, "cat: none: No such file or directory\n", "")]
    [InlineData("cat none > all 2>&1; cat all", 0, "cat: none: No such file or directory\n", "")]
    [InlineData("echo warn >&2", 0, "", "warn\n")]
    [InlineData("echo -n abc | sha256sum", 0, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  -\n", "")]
    [InlineData("printf 'a b\\nc\\n' | wc; echo -n ab | wc -c", 0, "2 3 6\n2\n", "")]
    [InlineData("Y=1 env | wc -l > /dev/null; Z=2; echo $Z$Y", 0, "2\n", "")]
    [InlineData("sh -c 'exit 5'; echo $?", 0, "5\n", "")]
    [InlineData("echo a # comment\necho b", 0, "a\nb\n", "")]
    [InlineData("echo $(pwd)", 2, "", "sh: syntax not supported: $(\n")]
    [InlineData("echo 'open", 2, "", "sh: syntax error: a quote or brace is never closed\n")]
    [InlineData("echo a &&", 2, "", "sh: syntax error: a command is missing\n")]
    [InlineData("cat /etc/passwd", 1, "", "cat: /etc/passwd: No such file or directory\n")]
    [InlineData("cat ../../../../etc/passwd", 1, "", "cat: ../../../../etc/passwd: The path climbs above the root.\n")]
    [InlineData("ls .nullspace", 1, "", "ls: .nullspace: The path is reserved for the service.\n")]
    [InlineData("rm -rf /workspace", 1, "", "rm: /workspace: A location of the sandbox itself cannot be moved or removed.\n")]
    public async Task A_shell_text_does_what_a_shell_would(string command, int exitCode, string stdout, string stderr)
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();

        var result = await fixture.JsonAsync(
            HttpMethod.Post, $"/v1/sandboxes/{sandbox}/exec", new { command, shell = true, envs = new { X = "7" } });

        result["stdout"]!.GetValue<string>().ShouldBe(stdout);
        result["stderr"]!.GetValue<string>().ShouldBe(stderr);
        result["exit_code"]!.GetValue<int>().ShouldBe(exitCode);
        result["pid"].ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_shell_arguments_are_exact()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync(new { cwd = "/workspace/app", envs = new { A = "1" } });
        var path = $"/v1/sandboxes/{sandbox}/exec";
        await fixture.JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/exec", new { command = "mkdir", args = new[] { "-p", "/workspace/app/x" }, cwd = "/tmp" });

        var echo = await fixture.JsonAsync(HttpMethod.Post, path, new { command = "echo", args = new[] { "a b", "&&", "$A" } });
        echo["stdout"]!.GetValue<string>().ShouldBe("a b && $A\n");
        (await fixture.JsonAsync(HttpMethod.Post, path, new { command = "pwd" }))["stdout"]!.GetValue<string>().ShouldBe("/workspace/app\n");
        (await fixture.JsonAsync(HttpMethod.Post, path, new { command = "echo a" }))["exit_code"]!.GetValue<int>().ShouldBe(127);
        await fixture.FailAsync(
            HttpStatusCode.UnprocessableEntity, "invalid_fields", HttpMethod.Post, path, new { command = "echo a", shell = true, args = new[] { "b" } });
        await fixture.FailAsync(
            HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Post, path, new { command = "pwd", cwd = "/workspace/none" });
        await fixture.FailAsync(
            HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Post, path, new { command = "pwd", cwd = "/workspace/.nullspace" });
    }

    [Fact]
    public async Task A_command_that_takes_too_long_is_ended()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        var watch = Stopwatch.StartNew();

        await fixture.FailAsync(
            HttpStatusCode.InternalServerError,
            "exec_timeout",
            HttpMethod.Post,
            $"/v1/sandboxes/{sandbox}/exec",
            new { command = "sleep", args = new[] { "60" }, timeout_secs = 1 });

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_background_process_has_logs_and_input_until_it_is_killed()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        var pid = (await fixture.JsonAsync(
            HttpMethod.Post, $"/v1/sandboxes/{sandbox}/exec", new { command = "cat", background = true }))["pid"]!.GetValue<int>();
        var process = $"/v1/sandboxes/{sandbox}/processes/{pid}";

        (await fixture.JsonAsync(HttpMethod.Post, $"{process}/stdin", new { data = "hé\n" }))["bytes_sent"]!.GetValue<int>().ShouldBe(4);
        var logs = await SandboxFixture.UntilAsync(
            () => fixture.JsonAsync(HttpMethod.Get, $"{process}/logs"), logs => logs["stdout"]!.GetValue<string>().Length > 0);
        logs["stdout"]!.GetValue<string>().ShouldBe("hé\n");
        logs["output"]!.GetValue<string>().ShouldBe("hé\n");
        logs["exit_code"].ShouldBeNull();
        var listed = (await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}/processes")).AsArray();
        listed.Count.ShouldBe(1);
        listed[0]!["running"]!.GetValue<bool>().ShouldBeTrue();

        await fixture.EmptyAsync(HttpMethod.Post, $"{process}/kill");

        logs = await SandboxFixture.UntilAsync(
            () => fixture.JsonAsync(HttpMethod.Get, $"{process}/logs"), logs => logs["exit_code"] is not null);
        logs["exit_code"]!.GetValue<int>().ShouldBe(137);
        await fixture.FailAsync(HttpStatusCode.Conflict, "conflict", HttpMethod.Post, $"{process}/stdin", new { data = "x" });
        await fixture.FailAsync(HttpStatusCode.NotFound, "not_found", HttpMethod.Get, $"/v1/sandboxes/{sandbox}/processes/1/logs");
    }

    [Fact]
    public async Task A_socket_streams_a_command()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", "Bearer " + fixture.Emulator.SandboxApiKey);
        var address = new UriBuilder(new Uri(fixture.Emulator.SandboxUrl, $"/v1/sandboxes/{sandbox}/ws?channel=exec")) { Scheme = "ws" };
        await socket.ConnectAsync(address.Uri, default);

        await SendAsync(socket, """{"type":"exec_start","command":"echo out; echo err >&2; exit 4","shell":true}""");

        var messages = new List<JsonNode>();
        while (messages.Count == 0 || messages[^1]["type"]!.GetValue<string>() != "exec_exit")
        {
            messages.Add(await ReceiveAsync(socket));
        }

        messages.Select(message => message["type"]!.GetValue<string>())
            .ShouldBe(["exec_started", "exec_stdout", "exec_stderr", "exec_exit"]);
        messages[1]["data"]!.GetValue<string>().ShouldBe("out\n");
        messages[3]["exit_code"]!.GetValue<int>().ShouldBe(4);
        await SendAsync(socket, """{"type":"exec_connect","pid":1}""");
        (await ReceiveAsync(socket))["code"]!.GetValue<string>().ShouldBe("not_found");
        await SendAsync(socket, "[1");
        (await ReceiveAsync(socket))["type"]!.GetValue<string>().ShouldBe("error");
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        await fixture.FailAsync(HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Get, $"/v1/sandboxes/{sandbox}/ws?channel=exec");
    }

    [Fact]
    public async Task A_terminal_can_be_resized()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();

        await fixture.EmptyAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/pty/ses_1/resize", new { cols = 80, rows = 24 });
        await fixture.FailAsync(
            HttpStatusCode.NotFound, "not_found", HttpMethod.Post, $"/v1/sandboxes/{sandbox}/pty/none/resize", new { cols = 80, rows = 24 });
        await fixture.FailAsync(
            HttpStatusCode.UnprocessableEntity, "invalid_fields", HttpMethod.Post, $"/v1/sandboxes/{sandbox}/pty/ses_1/resize", new { cols = 0, rows = 24 });
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, default);

    private static async Task<JsonNode> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var received = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
        return JsonNode.Parse(buffer.AsSpan(0, received.Count))!;
    }
}
