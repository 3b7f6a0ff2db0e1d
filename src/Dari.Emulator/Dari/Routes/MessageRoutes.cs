using System.Text.Json.Nodes;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Views;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Routes;

/// <summary>Messages, in their own routes and in the quickstart's.</summary>
internal sealed class MessageRoutes(DariParts parts)
{
    private readonly DariState _state = parts.State;

    public void Map(OperationRoutes routes)
    {
        routes.Map("listSessionMessages", List);
        routes.Map("sendSessionMessage", Send);
        routes.Map("getMessage", call => WithMessage(call, MessageViews.Whole));
        routes.Map("listMessageFiles", call => WithMessage(call, static message => new JsonObject { ["files_changed"] = MessageViews.Files(message) }));
    }

    private Reply List(Call call)
    {
        lock (_state.Gate)
        {
            Session session = _state.Sessions.Find(call.Path("session_id"), call.Caller);
            return Reply.Json(200, new JsonObject { ["messages"] = new JsonArray([.. session.Messages.Select(MessageViews.InList)]) });
        }
    }

    private Reply Send(Call call)
    {
        lock (_state.Gate)
        {
            Session session = _state.UsableSession(call.Path("session_id"), call.Caller);
            Message message = parts.Turns.Enqueue(session, (JsonArray)call.Body["parts"]!, call.Body["metadata"] as JsonObject);
            return Reply.Json(200, MessageViews.InQuickstart(message));
        }
    }

    private Reply WithMessage(Call call, Func<Message, JsonObject> view)
    {
        lock (_state.Gate)
        {
            return Reply.Json(200, view(_state.Messages.Find(call.Path("message_id"), call.Caller)));
        }
    }
}
