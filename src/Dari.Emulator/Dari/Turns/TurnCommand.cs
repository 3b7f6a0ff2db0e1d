using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Dari.Turns;

/// <summary>
/// What a user text asks for: <c>/tool NAME {"json":"arguments"}</c> calls a tool, <c>/write PATH text</c> writes a
/// file, <c>/fail reason</c> fails the turn; anything else is just said.
/// </summary>
internal sealed record TurnCommand(string Kind, string Name, string Argument)
{
    /// <summary>The arguments of a tool; text that is not a JSON object is handed on as <c>input</c>.</summary>
    public JsonObject Arguments
    {
        get
        {
            try
            {
                return Argument.Length == 0 ? [] : JsonNode.Parse(Argument) as JsonObject ?? new JsonObject { ["input"] = Argument };
            }
            catch (JsonException)
            {
                return new JsonObject { ["input"] = Argument };
            }
        }
    }

    public static TurnCommand Parse(string text)
    {
        string[] words = text.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["/tool", var name] => new TurnCommand("tool", name, ""),
            ["/tool", var name, var json] => new TurnCommand("tool", name, json),
            ["/write", var path, var content] => new TurnCommand("write", path, content),
            ["/fail", ..] => new TurnCommand("fail", "", text.Trim()["/fail".Length..].Trim()),
            _ => new TurnCommand("say", "", text),
        };
    }
}
