using System.Text.Json.Nodes;
using Dari.Emulator.Contract;

namespace Dari.Emulator.Hosting;

/// <summary>Thrown by a handler to answer with an error; the service gives it its own form.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">A word for programs; a service without codes leaves it out.</param>
/// <param name="message">A sentence for people.</param>
internal sealed class ServiceFault(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>What is wrong with the request, where the document forbids it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>More for the service's error form to show.</summary>
    public JsonObject? Details { get; init; }

    /// <summary>Headers of the answer, such as <c>Retry-After</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether the host itself turned the request away (no such route, wrong request). Such an answer may
    /// have a status that the operation does not declare.
    /// </summary>
    public bool IsRefusal { get; init; }
}
