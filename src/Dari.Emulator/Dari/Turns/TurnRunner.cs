using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Webhooks;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Turns;

/// <summary>
/// Plays the part of the model in one turn. It answers with what it was told, writes the answer into the
/// workspace, and does as told where the text is a <see cref="TurnCommand"/>.
/// </summary>
internal sealed class TurnRunner(ServiceContext context, DariState state, WebhookSender webhooks)
{
    private readonly ToolRunner _tools = new(context, state, webhooks);

    public async Task RunAsync(Message message, CancellationToken stopping)
    {
        await StepAsync(stopping);
        lock (state.Gate)
        {
            SetStatus(message, "running");
        }

        await Workspace.ReceiveFilesAsync(message, Attachments(message), stopping);
        await StepAsync(stopping);
        TurnCommand command = TurnCommand.Parse(message.InputText);
        if (command.Kind == "tool")
        {
            await _tools.RunAsync(message, command, stopping);
            await StepAsync(stopping);
        }

        await EndAsync(message, command, stopping);
    }

    internal static void SetStatus(ServiceContext context, Message message, string status)
    {
        string before = message.Status;
        message.Status = status;
        message.Session.Append(context.Now, "message.status_changed", "system", message, new JsonObject
        {
            ["message_id"] = message.Id,
            ["status"] = status,
            ["previous_status"] = before,
        });
    }

    private void SetStatus(Message message, string status) => SetStatus(context, message, status);

    private Task StepAsync(CancellationToken stopping) => Task.Delay(context.Options.TurnStepDuration, context.Clock, stopping);

    private async Task EndAsync(Message message, TurnCommand command, CancellationToken stopping)
    {
        if (command.Kind == "fail")
        {
            Fail(message, command.Argument.Length > 0 ? command.Argument : "The model failed.");
            return;
        }

        string text = Answer(message, command);
        (string path, string content) = command.Kind == "write"
            ? (command.Name, command.Argument)
            : ($"/output/reply-{message.Sequence}.txt", text + "\n");
        ChangedFile? file = await Workspace.WriteAsync(message.Session, path, content, stopping);
        if (file is null)
        {
            Fail(message, "The file cannot be written.");
            return;
        }

        lock (state.Gate)
        {
            message.FilesChanged.Add(file);
            JsonObject part = new() { ["type"] = "text", ["text"] = text };
            message.Output.Add(part);
            message.CompletedAt = context.Now;
            message.Closing = message.Session.Append(context.Now, "assistant.message_completed", "agent", message, new JsonObject
            {
                ["message_id"] = message.Id,
                ["content"] = new JsonArray(part.DeepClone()),
            });
            SetStatus(message, "completed");
        }
    }

    private void Fail(Message message, string error)
    {
        lock (state.Gate)
        {
            message.Error = error;
            message.CompletedAt = context.Now;
            SetStatus(message, "failed");
        }
    }

    private static string Answer(Message message, TurnCommand command) => command.Kind switch
    {
        "tool" => $"{command.Name} answered: {Json(message.ToolCalls[^1].Result)}",
        "write" => $"I wrote {command.Name}.",
        _ => $"You said: {message.InputText}",
    };

    private static string Json(JsonNode? node) => node?.ToJsonString(JsonSerializerOptions.Web) ?? "null";

    private List<UploadedFile> Attachments(Message message)
    {
        lock (state.Gate)
        {
            return
            [
                .. message.Parts.OfType<JsonObject>().Select(static part => (string?)part["file_id"]).OfType<string>()
                    .Select(id => state.Files.TryFind(id, message.Organization)).OfType<UploadedFile>(),
            ];
        }
    }
}
