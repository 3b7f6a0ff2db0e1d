using System.Globalization;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Commands;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Commands, processes and terminals.</summary>
internal static class CommandRoutes
{
    public static void Map(SandboxRoutes routes)
    {
        routes.Map("executeCommand", ExecuteAsync);
        routes.Map("openCommandSocket", OpenSocket);
        routes.Map("listProcesses", (call, account) => SandboxJson.Reply(
            account.Machines.Living(call.Path("id")).Processes.Background
                .Select(process => new { process.Pid, Command = process.Request.Line, Running = process.ExitCode is null })
                .ToArray()));
        routes.Map("getProcessLogs", (call, account) =>
        {
            var process = Process(call, account);
            return SandboxJson.Reply(new
            {
                Stdout = process.Output.StandardOutput,
                Stderr = process.Output.StandardError,
                Output = process.Output.Interleaved,
                process.ExitCode,
            });
        });
        routes.Map("writeProcessInput", (call, account) =>
        {
            var text = SandboxJson.Read<InputRequest>(call).Data;
            return Process(call, account).Input.TryWrite(text)
                ? SandboxJson.Reply(new { BytesSent = System.Text.Encoding.UTF8.GetByteCount(text) })
                : throw SandboxFault.Conflict("The process has ended.");
        });
        routes.Map("killProcess", (call, account) =>
        {
            Process(call, account).Kill();
            return Reply.Empty();
        });
        routes.Map("resizeTerminal", Resize);
    }

    private static async Task<Reply> ExecuteAsync(Call call, SandboxAccount account)
    {
        var request = SandboxJson.Read<ExecRequest>(call);
        var process = account.Machines.Awake(call.Path("id")).Start(request);
        if (request.Background == true)
        {
            return SandboxJson.Reply(new ExecResult(0, "", "", process.Pid));
        }

        using var gone = call.Ended.Register(process.Kill);
        var exitCode = await process.Ended.WaitAsync(call.Ended);
        return process.HasTimedOut
            ? throw new ServiceFault(500, "exec_timeout", "The command took longer than it was given.")
            : SandboxJson.Reply(new ExecResult(exitCode, process.Output.StandardOutput, process.Output.StandardError, null));
    }

    private static Reply OpenSocket(Call call, SandboxAccount account)
    {
        var machine = account.Machines.Awake(call.Path("id"));
        if (call.Query("channel") is not (null or "exec"))
        {
            throw SandboxFault.Invalid("The only channel is exec.");
        }

        return call.Http.WebSockets.IsWebSocketRequest
            ? Reply.Socket(new ExecSocket(machine).TalkAsync)
            : throw SandboxFault.Invalid("The request does not ask for an upgrade to a WebSocket.");
    }

    private static ManagedProcess Process(Call call, SandboxAccount account) =>
        account.Machines.Living(call.Path("id")).Processes.Find(
            int.TryParse(call.Path("pid"), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : -1);

    // Terminals are opened over a protocol that is not in the document, so every well-formed session id of a
    // running sandbox counts as open here.
    private static Reply Resize(Call call, SandboxAccount account)
    {
        var machine = account.Machines.Awake(call.Path("id"));
        var session = call.Path("sid");
        if (!session.StartsWith("ses_", StringComparison.Ordinal) || session.Length > 64)
        {
            throw SandboxFault.NotFound("There is no such terminal.");
        }

        var size = SandboxJson.Read<TerminalSize>(call);
        account.Terminals[(machine.Id, session)] = (size.Cols, size.Rows);
        return Reply.Empty();
    }

    private sealed record InputRequest(string Data);

    private sealed record TerminalSize(int Cols, int Rows);
}
