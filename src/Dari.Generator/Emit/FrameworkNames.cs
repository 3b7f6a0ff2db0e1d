using System;
using System.Collections.Generic;
using System.Linq;

namespace Dari.Generator.Emit;

/// <summary>
/// The names of the framework and of the runtime that templates use, with their namespaces. A name that the document
/// declares too is written with <c>global::</c>, since inside the namespace of the client the declared one wins.
/// </summary>
internal sealed class FrameworkNames
{
    private static readonly Dictionary<string, string> Namespaces = Table(
        "System: ArgumentNullException Array DateOnly DateTimeOffset Func Guid IDisposable Obsolete ReadOnlyMemory TimeOnly TimeSpan Type Uri UriKind",
        "System.CodeDom.Compiler: GeneratedCode",
        "System.Collections.Generic: Dictionary IAsyncEnumerable IReadOnlyDictionary IReadOnlyList KeyValuePair",
        "System.ComponentModel: EditorBrowsable EditorBrowsableState",
        "System.Diagnostics.CodeAnalysis: SetsRequiredMembers",
        "System.Globalization: CultureInfo",
        "System.IO: Stream",
        "System.Net: HttpStatusCode",
        "System.Net.Http: HttpClient HttpMethod",
        "System.Text: StringBuilder",
        "System.Text.Json: JsonElement JsonException JsonSerializerOptions JsonTokenType Utf8JsonReader Utf8JsonWriter",
        "System.Text.Json.Nodes: JsonObject",
        "System.Text.Json.Serialization: JsonConverter",
        "System.Threading: CancellationToken",
        "System.Threading.Tasks: Task",
        "Dari: ApiException ClientOptions FileDownload FileUpload Optional RequestOptions ResponseMetadata",
        "Dari.Http: ApiContent ApiDescription ApiPipeline ApiRequest ApiSecurity ErrorTable FormBody HeaderValues ListStyle MapStyle MultipartBody PathSegment ResultTable SecurityScheme Wire",
        "Dari.Paging: PageRules PageStyle PagingException",
        "Dari.Polling: PollFailedException PollOptions PollRules PollTimeoutException",
        "Dari.Streaming: EventReconnect EventRules EventShape ServerEvents",
        "Dari.Json: AnyJson IJsonCode JsonMembers JsonOutput JsonRead JsonWrite KnownStrings ModelConverter ModelResolver NameTable StructConverter UnionCases",
        "Dari.Uploads: ResumableUpload UploadException UploadFault UploadOptions UploadStage UploadState UploadTicket",
        "Dari.Validation: Validator ValueRules Violation",
        "Dari.Webhooks: WebhookAlgorithm WebhookDelivery WebhookDescription WebhookEncoding WebhookHandler WebhookOptions WebhookReceiver WebhookSignature");

    private readonly HashSet<string> _shadowed;

    public FrameworkNames(IEnumerable<string> declared)
    {
        var all = new HashSet<string>(declared, StringComparer.Ordinal);
        _shadowed = new HashSet<string>(
            Namespaces.Keys.Where(name => all.Contains(name) || all.Contains(name + "Attribute")), StringComparer.Ordinal);
    }

    public static IEnumerable<string> All => Namespaces.Keys;

    public bool IsAnyShadowed => _shadowed.Count > 0;

    /// <summary>The namespace of a framework name; <see langword="null"/> for any other word.</summary>
    public static string? NamespaceOf(string name) => Namespaces.TryGetValue(name, out string? found) ? found : null;

    /// <summary>Whether the document declares a type that hides this framework name.</summary>
    public bool IsShadowed(string name) => IsAnyShadowed && _shadowed.Contains(name);

    private static Dictionary<string, string> Table(params string[] lines) => lines
        .Select(line => line.Split(':'))
        .SelectMany(line => line[1].Trim().Split(' ').Select(name => (Name: name, Namespace: line[0])))
        .ToDictionary(entry => entry.Name, entry => entry.Namespace, StringComparer.Ordinal);
}
