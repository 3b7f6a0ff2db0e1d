using System.Text.Json.Nodes;
using Dari.Emulator.Dari.Manifests;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Views;
using Dari.Emulator.Dari.Webhooks;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Turns;

/// <summary>
/// Calls a tool in a turn. A tool that the manifest declares as <c>main</c> runs here and gives its arguments back;
/// every other one is the client's, whose result is waited for.
/// </summary>
internal sealed class ToolRunner(ServiceContext context, DariState state, WebhookSender webhooks)
{
    public async Task RunAsync(Message message, TurnCommand command, CancellationToken stopping)
    {
        ManifestTool? tool = message.Session.Version.Manifest.Tools.FirstOrDefault(tool => tool.Name == command.Name);
        ToolCall call = Request(message, command, isExternal: tool is null or { IsExternal: true });
        if (call.Status == "running")
        {
            lock (state.Gate)
            {
                Finish(message, call, call.Arguments, isError: false);
                message.Session.Append(context.Now, "tool.call_completed", "system", message, Data(message, call));
            }

            return;
        }

        try
        {
            await call.Answered.Task.WaitAsync(tool?.Timeout ?? context.Options.ToolTimeout, context.Clock, stopping);
        }
        catch (TimeoutException)
        {
            lock (state.Gate)
            {
                if (call.CompletedAt is null)
                {
                    Finish(message, call, "The tool did not answer in time.", isError: true);
                    message.Session.Append(context.Now, "tool.call_failed", "system", message, Data(message, call));
                }
            }
        }

        lock (state.Gate)
        {
            TurnRunner.SetStatus(context, message, "running");
        }
    }

    /// <summary>Notes a result. The caller holds the gate.</summary>
    public static void Finish(DateTimeOffset now, Message message, ToolCall call, JsonNode? result, bool isError)
    {
        call.Result = result?.DeepClone();
        call.IsError = isError;
        call.Status = isError ? "failed" : "completed";
        call.CompletedAt = now;
        message.Output.Add(new JsonObject
        {
            ["type"] = "tool_result",
            ["tool_call_id"] = call.Id,
            ["tool_name"] = call.Name,
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = result?.ToJsonString() ?? "null" }),
            ["is_error"] = isError,
        });
        call.Answered.TrySetResult();
    }

    private void Finish(Message message, ToolCall call, JsonNode? result, bool isError) => Finish(context.Now, message, call, result, isError);

    private ToolCall Request(Message message, TurnCommand command, bool isExternal)
    {
        lock (state.Gate)
        {
            string id = Ids.New("call_");
            JsonObject arguments = command.Arguments;
            JsonObject data = new() { ["tool_call_id"] = id, ["tool_name"] = command.Name, ["arguments"] = arguments.DeepClone() };
            LedgerEvent requested = message.Session.Append(context.Now, "tool.call_requested", "agent", message, data);
            var call = new ToolCall { Id = id, Name = command.Name, Arguments = arguments, Requested = requested };
            message.ToolCalls.Add(call);
            message.Output.Add(new JsonObject { ["type"] = "tool_call", ["id"] = id, ["name"] = command.Name, ["arguments"] = arguments.DeepClone() });
            if (!isExternal)
            {
                call.Status = "running";
                return call;
            }

            TurnRunner.SetStatus(context, message, "waiting_for_tool");
            var pushed = (JsonObject)data.DeepClone();
            pushed["session_id"] = message.Session.Id;
            pushed["message_id"] = message.Id;
            pushed["metadata"] = SessionViews.Whole(message.Session)["metadata"]!.DeepClone();
            webhooks.Push(message.Session.Agent, message.Session, "tool.call_requested", pushed);
            return call;
        }
    }

    private static JsonObject Data(Message message, ToolCall call) => new()
    {
        ["message_id"] = message.Id,
        ["tool_call_id"] = call.Id,
        ["tool_name"] = call.Name,
        ["result"] = call.Result?.DeepClone(),
        ["is_error"] = call.IsError,
    };
}
