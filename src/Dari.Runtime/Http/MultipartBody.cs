using System.Text;
using System.Text.Json;
using Dari.Idempotency.Requests;
using Dari.Json;

namespace Dari.Http;

/// <summary>A <c>multipart/form-data</c> body (RFC 7578), or another multipart. Values that are null are left out.</summary>
/// <remarks>
/// Names and file names travel as UTF-8 in quotes; quotes and line breaks in them as <c>%22</c>, <c>%0D</c> and
/// <c>%0A</c>, as
/// the HTML standard has it and servers expect.
/// </remarks>
public sealed class MultipartBody : ApiContent
{
    private readonly List<MultipartPart> _parts = [];
    private string _mediaType = "multipart/form-data";

    /// <inheritdoc/>
    public override bool IsRepeatable => _parts.TrueForAll(static part => part.Source.IsRepeatable);

    /// <summary>
    /// Sends the parts as another kind of multipart, such as <c>multipart/mixed</c> (RFC 2046) or
    /// <c>multipart/related</c> (RFC 2387). They keep their names.
    /// </summary>
    /// <param name="mediaType">The media type, without a boundary.</param>
    /// <returns>This body.</returns>
    /// <exception cref="ArgumentException">Not a media type.</exception>
    public MultipartBody WithMediaType(string mediaType)
    {
        _mediaType = HeaderText.MediaType(mediaType);
        return this;
    }

    /// <summary>Adds a text field.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">The text; null: nothing is added.</param>
    /// <param name="contentType">The media type of the part, or null for none.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddText(string name, string? value, string? contentType = null) => value is null
        ? this
        : Add(new MultipartPart(name, null, contentType, ByteSource.Of(Encoding.UTF8.GetBytes(value)))
        {
            Text = value,
        });

    /// <summary>Adds a text field once for each value.</summary>
    /// <param name="name">The field.</param>
    /// <param name="values">The texts; null: nothing is added.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddTexts(string name, IEnumerable<string?>? values)
    {
        foreach (string? value in values ?? [])
        {
            AddText(name, value);
        }

        return this;
    }

    /// <summary>Adds a list as one text field.</summary>
    /// <param name="name">The field.</param>
    /// <param name="values">The texts; null or empty: nothing is added.</param>
    /// <param name="style">How the texts are joined; <see cref="ListStyle.Multi"/>: a field for each.</param>
    /// <param name="contentType">The media type of each part, or null for none.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddTexts(
        string name, IEnumerable<string?>? values, ListStyle style, string? contentType = null)
    {
        string[] all = [.. (values ?? []).OfType<string>()];
        string[] parts = style == ListStyle.Multi || all.Length == 0 ? all : [string.Join(FormPairs.Delimiter(style), all)];
        foreach (string part in parts)
        {
            AddText(name, part, contentType);
        }

        return this;
    }

    /// <summary>Adds an object by its members, a text field each.</summary>
    /// <typeparam name="T">The object.</typeparam>
    /// <param name="name">The field.</param>
    /// <param name="value">The object; null: nothing is added.</param>
    /// <param name="write">Writes it as JSON, whose parts are taken.</param>
    /// <param name="style">How they are written.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddObject<T>(string name, T? value, WriteJson<T> write, MapStyle style)
    {
        var pairs = new FormPairs();
        if (value is not null)
        {
            pairs.AddJson(name, AnyJson.FromModel(value, write), style);
        }

        foreach (string pair in pairs.ToString().Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            AddText(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]));
        }

        return this;
    }

    /// <summary>Adds a header to the parts that have a name so far.</summary>
    /// <param name="name">The field.</param>
    /// <param name="header">The header's name.</param>
    /// <param name="value">Its value; null: nothing is added.</param>
    /// <returns>This body.</returns>
    /// <exception cref="ArgumentException">
    /// Not a header name, or line breaks or control characters in the value.
    /// </exception>
    public MultipartBody AddHeader(string name, string header, string? value)
    {
        for (int i = 0; value is not null && i < _parts.Count; i++)
        {
            _parts[i] = _parts[i].Name == name ? _parts[i].With(header, value) : _parts[i];
        }

        return this;
    }

    /// <summary>Adds a value of any kind: a list once for each item, an object as JSON, all else as text.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The field.</param>
    /// <param name="value">The value; null: nothing is added.</param>
    /// <param name="write">Writes it as JSON.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddValue<T>(string name, T? value, WriteJson<T> write)
    {
        if (value is null)
        {
            return this;
        }

        JsonElement json = AnyJson.FromModel(value, write);
        JsonElement[] items = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [json];
        foreach (JsonElement item in items)
        {
            _ = item.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? AddJson(name, item, JsonWrite.AnyValue)
                : AddText(name, Wire.Element(item));
        }

        return this;
    }

    /// <summary>Adds a file.</summary>
    /// <param name="name">The field.</param>
    /// <param name="file">The file; null: nothing is added.</param>
    /// <param name="contentType">The media type of a file that says none itself; null: <c>application/octet-stream</c>.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddFile(string name, FileUpload? file, string? contentType = null) => file is null
        ? this
        : Add(new MultipartPart(
            name, file.FileName, file.ContentType ?? contentType ?? "application/octet-stream", file.Source));

    /// <summary>Adds several files under one name.</summary>
    /// <param name="name">The field.</param>
    /// <param name="files">The files; null: nothing is added.</param>
    /// <param name="contentType">The media type of files that say none themselves; null: <c>application/octet-stream</c>.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddFiles(string name, IEnumerable<FileUpload>? files, string? contentType = null)
    {
        foreach (FileUpload file in files ?? [])
        {
            AddFile(name, file, contentType);
        }

        return this;
    }

    /// <summary>Adds files, each under a name of its own.</summary>
    /// <param name="files">The files by field; null: nothing is added.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddNamedFiles(IEnumerable<KeyValuePair<string, FileUpload>>? files)
    {
        foreach ((string name, FileUpload file) in files ?? [])
        {
            AddFile(name, file);
        }

        return this;
    }

    /// <summary>Adds a field with JSON.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The field.</param>
    /// <param name="value">The value; null: nothing is added.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="contentType">The media type of the part.</param>
    /// <returns>This body.</returns>
    public MultipartBody AddJson<T>(
        string name, T? value, WriteJson<T> write, string contentType = "application/json") =>
        value is null
            ? this
            : Add(new MultipartPart(name, null, contentType, ByteSource.Of(JsonText.ToUtf8(value, write))));

    internal override async Task AddToAsync(
        RequestDigest digest, string? withoutField, CancellationToken cancellationToken)
    {
        digest.Add(_mediaType);
        foreach (MultipartPart part in _parts.Where(part => part.Name != withoutField))
        {
            digest.Add(part.Head);
            await digest.AddAsync(part.Source, cancellationToken).ConfigureAwait(false);
        }
    }

    internal override BodyField Find(string field) =>
        _parts.Find(part => part.Name == field) is { } part
            ? new BodyField(true, false, part.Text ?? "")
            : BodyField.Absent;

    internal override ApiContent With(string field, string value)
    {
        if (_parts.Exists(part => part.Name == field))
        {
            return this;
        }

        MultipartBody with = new MultipartBody().WithMediaType(_mediaType);
        with._parts.AddRange(_parts);
        return with.AddText(field, value);
    }

    internal override HttpContent Create() => new MultipartContent(_mediaType, [.. _parts]);

    private MultipartBody Add(MultipartPart part)
    {
        _parts.Add(part);
        return this;
    }
}
