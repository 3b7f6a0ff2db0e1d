using System.Text;
using Dari.Idempotency.Requests;
using Dari.Json;

namespace Dari.Http;

/// <summary>An <c>application/x-www-form-urlencoded</c> body. Values that are null are left out.</summary>
public sealed class FormBody : ApiContent
{
    private readonly FormPairs _pairs = new();

    /// <inheritdoc/>
    public override bool IsRepeatable => true;

    /// <summary>Adds a field.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">The value; null: nothing is added.</param>
    /// <returns>This body.</returns>
    public FormBody Add(string name, string? value)
    {
        _pairs.Add(name, value);
        return this;
    }

    /// <summary>Adds a list.</summary>
    /// <param name="name">The field.</param>
    /// <param name="values">The values; null or empty: nothing is added.</param>
    /// <param name="style">How the values are joined.</param>
    /// <returns>This body.</returns>
    public FormBody AddList(string name, IEnumerable<string?>? values, ListStyle style)
    {
        _pairs.AddList(name, values, style);
        return this;
    }

    /// <summary>Adds a map.</summary>
    /// <param name="prefix">The field, or what stands before each key.</param>
    /// <param name="values">The members; null or empty: nothing is added.</param>
    /// <param name="style">How they are written.</param>
    /// <returns>This body.</returns>
    public FormBody AddMap(string prefix, IEnumerable<KeyValuePair<string, string?>>? values, MapStyle style)
    {
        _pairs.AddMap(prefix, values, style);
        return this;
    }

    /// <summary>Adds a value of any kind by what it is, as <see cref="ApiRequest.AddQueryObject"/> does.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The field.</param>
    /// <param name="value">The value; null: nothing is added.</param>
    /// <param name="write">Writes it as JSON, whose parts are taken.</param>
    /// <param name="style">How the parts are written.</param>
    /// <returns>This body.</returns>
    public FormBody AddObject<T>(string name, T? value, WriteJson<T> write, MapStyle style)
    {
        if (value is not null)
        {
            _pairs.AddJson(name, AnyJson.FromModel(value, write), style);
        }

        return this;
    }

    /// <summary>Adds a value of any kind: a list once for each item, an object as JSON, all else as text.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The field.</param>
    /// <param name="value">The value; null: nothing is added.</param>
    /// <param name="write">Writes it as JSON.</param>
    /// <returns>This body.</returns>
    public FormBody AddValue<T>(string name, T? value, WriteJson<T> write) =>
        value is null ? this : AddList(name, JsonParts.Items(AnyJson.FromModel(value, write)), ListStyle.Multi);

    internal override Task AddToAsync(RequestDigest digest, string? withoutField, CancellationToken cancellationToken)
    {
        digest.Add("application/x-www-form-urlencoded");
        digest.AddPairs(_pairs.ToString(), withoutField);
        return Task.CompletedTask;
    }

    internal override BodyField Find(string field) =>
        _pairs.Find(field) is { } value ? new BodyField(true, false, value) : BodyField.Absent;

    internal override ApiContent With(string field, string value)
    {
        if (_pairs.Find(field) is not null)
        {
            return this;
        }

        var with = new FormBody();
        with._pairs.Append(_pairs);
        return with.Add(field, value);
    }

    // In forms, unlike in URLs, a space is a plus sign.
    internal override HttpContent Create()
    {
        string text = _pairs.ToString().Replace("%20", "+", StringComparison.Ordinal);
        return new SourceContent(ByteSource.Of(Encoding.ASCII.GetBytes(text)), "application/x-www-form-urlencoded");
    }
}
