using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Petstore;

/// <summary>
/// The other side: a shop in memory. It reads and writes JSON by hand and knows nothing of the generated code, so that
/// the two can disagree.
/// </summary>
internal sealed class PetShop : HttpMessageHandler
{
    private readonly SortedDictionary<long, JsonObject> _pets = [];
    private readonly SortedDictionary<long, JsonObject> _orders = [];
    private long _number;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        JsonNode? body = request.Content is { } content && content.Headers.ContentType is { MediaType: "application/json" }
            ? JsonNode.Parse(await content.ReadAsStringAsync(cancellationToken))
            : null;
        string[] path = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method.Method, path) switch
        {
            ("GET", ["v1", "pets"]) => List(request.RequestUri.Query),
            ("POST", ["v1", "pets"]) => Add(body!.AsObject()),
            ("GET", ["v1", "pets", var id]) => OnPet(id, pet => Answer(HttpStatusCode.OK, pet)),
            ("PUT", ["v1", "pets", var id, "photo"]) => await HangAsync(id, request.Content!, cancellationToken),
            ("POST", ["v1", "orders"]) => OnPet(body!["petId"]!.ToString(), pet => Place(pet, body.AsObject())),
            ("DELETE", ["v1", "orders", var id]) => Cancel(id),
            _ => Refuse(HttpStatusCode.NotFound, "no_route", "There is nothing here."),
        };
    }

    private HttpResponseMessage List(string query)
    {
        IEnumerable<JsonObject> pets = _pets.Values.Where(pet => query is "" || query == "?kind=" + pet["kind"]);
        return Answer(HttpStatusCode.OK, new JsonArray([.. pets.Select(pet => pet.DeepClone())]));
    }

    private HttpResponseMessage Add(JsonObject pet)
    {
        pet["id"] = ++_number;
        pet["status"] = "for_sale";
        _pets.Add(_number, pet);
        return Answer(HttpStatusCode.Created, pet);
    }

    private async Task<HttpResponseMessage> HangAsync(string id, HttpContent form, CancellationToken cancellationToken)
    {
        string text = Encoding.Latin1.GetString(await form.ReadAsByteArrayAsync(cancellationToken));
        string boundary = form.Headers.ContentType!.Parameters.Single(one => one.Name == "boundary").Value!.Trim('"');
        string? photo = text.Split("--" + boundary)
            .SingleOrDefault(part => part.Contains("filename=", StringComparison.Ordinal));
        if (photo is null)
        {
            return Refuse(HttpStatusCode.UnprocessableEntity, "no_photo", "There is no photo in the form.");
        }

        int start = photo.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        return OnPet(id, _ => Answer(HttpStatusCode.OK, new JsonObject
        {
            ["url"] = $"https://petshop.example/window/{id}.png",
            ["bytes"] = photo.Length - start - "\r\n".Length,
        }));
    }

    private HttpResponseMessage Place(JsonObject pet, JsonObject order)
    {
        if (pet["status"]!.ToString() != "for_sale")
        {
            return Refuse(HttpStatusCode.Conflict, "reserved", $"{pet["name"]} is reserved.");
        }

        pet["status"] = "reserved";
        order["id"] = ++_number;
        order["placedAt"] = "2026-05-01T10:00:00Z";
        _orders.Add(_number, order);
        return Answer(HttpStatusCode.Created, order);
    }

    private HttpResponseMessage Cancel(string id)
    {
        if (!_orders.Remove(long.Parse(id), out JsonObject? order))
        {
            return Refuse(HttpStatusCode.NotFound, "no_order", "There is no such order.");
        }

        _pets[(long)order["petId"]!]["status"] = "for_sale";
        return new HttpResponseMessage(HttpStatusCode.NoContent);
    }

    private HttpResponseMessage OnPet(string id, Func<JsonObject, HttpResponseMessage> answer) =>
        _pets.TryGetValue(long.Parse(id), out JsonObject? pet)
            ? answer(pet)
            : Refuse(HttpStatusCode.NotFound, "no_pet", "There is no such pet.");

    private static HttpResponseMessage Refuse(HttpStatusCode status, string code, string message) =>
        Answer(status, new JsonObject { ["code"] = code, ["message"] = message });

    private static HttpResponseMessage Answer(HttpStatusCode status, JsonNode body) => new(status)
    {
        Content = new StringContent(body.ToJsonString(), MediaTypeHeaderValue.Parse("application/json")),
    };
}
