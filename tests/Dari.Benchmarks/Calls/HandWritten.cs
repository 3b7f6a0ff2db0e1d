using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dari.Benchmarks.Json.Plain;

namespace Dari.Benchmarks.Calls;

/// <summary>The client that a careful user would write by hand: HttpClient, source-generated JSON, a typed error.</summary>
internal sealed class HandWritten(HttpClient http)
{
    public async Task<Order> GetOrderAsync(string id, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/orders/" + Uri.EscapeDataString(id));
        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Order> CreateOrderAsync(Order order, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/orders")
        {
            Content = JsonContent.Create(order, PlainContext.Default.Order),
        };
        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Order> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using HttpResponseMessage response = await http
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw new OrderException(
                (int)response.StatusCode,
                await JsonSerializer.DeserializeAsync(body, PlainContext.Default.Problem, cancellationToken).ConfigureAwait(false));
        }

        return (await JsonSerializer.DeserializeAsync(body, PlainContext.Default.Order, cancellationToken).ConfigureAwait(false))!;
    }
}

/// <summary>The error of the hand-written client.</summary>
internal sealed class OrderException(int status, Problem? problem) : Exception($"{status}: {problem?.Message}")
{
    public Problem? Problem => problem;
}
