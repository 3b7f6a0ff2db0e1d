using System.Text;
using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Hosting;

internal sealed class JsonReply(int status, JsonNode? body) : Reply(status, "application/json")
{
    private readonly string _text = body?.ToJsonString() ?? "null";

    public override IReadOnlyList<Finding> CheckBody(ContractContent content) => content.Schema.Check(_text);

    public override async Task WriteAsync(HttpContext http, ReplyChecks checks, CancellationToken cancellationToken)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(_text);
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, cancellationToken);
    }
}
