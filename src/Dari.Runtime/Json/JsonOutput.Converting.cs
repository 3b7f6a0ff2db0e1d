using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dari.Json;

public sealed partial class JsonOutput
{
    private Utf8JsonWriter? _inner;
    private bool _innerHeedsHtml;

    /// <summary>Writes a value for System.Text.Json, with the encoder and the indentation that its caller wants.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    public static void Write<T>(Utf8JsonWriter writer, T value, WriteJson<T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        JavaScriptEncoder? asked = writer.Options.Encoder;
        bool isRelaxed = asked == JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        bool isUsual = asked is null || asked == JavaScriptEncoder.Default || isRelaxed;
        JsonOutput output = Rent(heedsHtml: isUsual && !isRelaxed);
        write(output, value);
        if (isUsual && !writer.Options.Indented)
        {
            writer.WriteRawValue(output.Written, skipInputValidation: true);
        }
        else
        {
            JsonReplay.Write(output.Written, writer);
        }

        output.Return();
    }

    /// <summary>Writes what only System.Text.Json can write.</summary>
    internal void Inner<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        if (_inner is null || _innerHeedsHtml != _heedsHtml)
        {
            _innerHeedsHtml = _heedsHtml;
            _inner = new Utf8JsonWriter(this, _heedsHtml ? default : JsonLimits.Writer);
        }
        else
        {
            _inner.Reset(this);
        }

        write(_inner, value);
        _inner.Flush();
        Append(","u8);
    }
}
