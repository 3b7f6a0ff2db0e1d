using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dari.Json;

/// <summary>The options of every reader and writer that this assembly opens itself.</summary>
internal static class JsonLimits
{
    /// <summary>Levels of nesting. Deeper text is refused before it can exhaust the stack.</summary>
    internal const int MaxDepth = 256;

    internal static readonly JsonReaderOptions Reader = new() { MaxDepth = MaxDepth };

    // Bodies travel as application/json, never inside HTML, so escaping what HTML needs would only make them longer.
    internal static readonly JsonWriterOptions Writer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
