using System.Net;
using System.Text;

namespace ReviewedClient;

/// <summary>Answers as the shop did on a day.</summary>
internal sealed class RecordedShop : HttpMessageHandler
{
    private const string Orders = """
        [
          { "id": "o-1", "state": "open", "total": 12.5, "buyer": "Ada" },
          { "id": "o-2", "state": "paid", "total": 30 },
          { "id": "o-3", "state": "sent", "total": 7.25, "buyer": "Bob" }
        ]
        """;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(request.Method == HttpMethod.Get
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Orders, Encoding.UTF8, "application/json") }
            : new HttpResponseMessage(HttpStatusCode.NoContent));
}
