using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Machines;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>Streams commands over a WebSocket: each message is a JSON object with a <c>type</c>.</summary>
internal sealed class ExecSocket(Machine machine)
{
    private const int LongestMessage = 1 << 20;
    private readonly Channel<JsonObject> _answers = Channel.CreateUnbounded<JsonObject>();

    /// <summary>Talks until the client closes.</summary>
    public async Task TalkAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var sending = SendAsync(socket, cancellationToken);
        try
        {
            while (await ReceiveAsync(socket, cancellationToken) is { } message)
            {
                Handle(message);
            }
        }
        catch (WebSocketException)
        {
            // The client is gone without a goodbye; its processes go on.
        }
        finally
        {
            _answers.Writer.TryComplete();
            await sending;
        }

        if (socket.State == WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
    }

    private void Handle(string message)
    {
        try
        {
            var body = JsonNode.Parse(message) as JsonObject ?? throw SandboxFault.Invalid("A message is a JSON object.");
            switch ((string?)body["type"])
            {
                case "exec_start":
                    body.Remove("type");
                    body["background"] = true;
                    Follow(machine.Start(SandboxJson.Read<ExecRequest>(body)));
                    break;
                case "exec_connect":
                    Follow(machine.Processes.Find((int?)body["pid"] ?? -1));
                    break;
                default:
                    throw SandboxFault.Invalid("The message has no type that this channel knows.");
            }
        }
        catch (ServiceFault fault)
        {
            Answer("error", ("code", fault.Code), ("message", fault.Message));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            Answer("error", ("code", "invalid_request"), ("message", "The message cannot be read."));
        }
    }

    private void Follow(ManagedProcess process)
    {
        Answer("exec_started", ("pid", process.Pid));
        process.Output.Listen((isError, bytes) => Answer(
            isError ? "exec_stderr" : "exec_stdout", ("pid", process.Pid), ("data", Encoding.UTF8.GetString(bytes))));
        process.Ended.ContinueWith(
            ended => Answer("exec_exit", ("pid", process.Pid), ("exit_code", ended.Result)),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private void Answer(string type, params (string Name, JsonNode? Value)[] members)
    {
        var answer = new JsonObject { ["type"] = type };
        foreach (var (name, value) in members)
        {
            answer[name] = value;
        }

        _answers.Writer.TryWrite(answer);
    }

    private async Task SendAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var answer in _answers.Reader.ReadAllAsync(cancellationToken))
            {
                await socket.SendAsync(
                    Encoding.UTF8.GetBytes(answer.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }
        }
        catch (WebSocketException)
        {
            // Nobody is there to hear the rest.
        }
    }

    private static async Task<string?> ReceiveAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var message = new MemoryStream();
        var chunk = new byte[4096];
        while (true)
        {
            var received = await socket.ReceiveAsync(chunk.AsMemory(), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close || message.Length + received.Count > LongestMessage)
            {
                return null;
            }

            message.Write(chunk, 0, received.Count);
            if (received.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
            }
        }
    }
}
