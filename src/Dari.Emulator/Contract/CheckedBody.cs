using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Contract;

/// <summary>A request's body as it was read, and what is wrong with it.</summary>
internal sealed record CheckedBody(JsonNode? Json, IFormCollection? Form, IReadOnlyList<Finding> Findings)
{
    public static CheckedBody None { get; } = new(null, null, []);

    public static CheckedBody Wrong(string rule, string message) => new(null, null, [new Finding("body", "", rule, message)]);
}
