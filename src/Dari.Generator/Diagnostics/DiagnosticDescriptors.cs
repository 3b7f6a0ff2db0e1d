using Microsoft.CodeAnalysis;

namespace Dari.Generator.Diagnostics;

/// <summary>Everything the generator can say. Each has a page <c>docs/diagnostics/ID.md</c> and a line in AnalyzerReleases.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "Dari";

    public static readonly DiagnosticDescriptor InvalidSyntax = Error(
        "DARI001", "The document is not valid JSON or YAML", "{0}");

    public static readonly DiagnosticDescriptor NotOpenApi = Error(
        "DARI002",
        "The file is not an OpenAPI document",
        "This is not an OpenAPI document: {0}; expected 'swagger: \"2.0\"' or 'openapi: 3.x' at the root");

    public static readonly DiagnosticDescriptor UnresolvedReference = Warning(
        "DARI003", "A reference leads nowhere", "'{0}' cannot be resolved from {1}; {2}");

    public static readonly DiagnosticDescriptor UnexpectedKind = Warning(
        "DARI004", "A value has the wrong kind", "{0} should be {1}, not {2}; it is ignored");

    public static readonly DiagnosticDescriptor DuplicateKey = Warning(
        "DARI005", "A key stands twice", "'{0}' stands more than once in this object; the first one is used");

    public static readonly DiagnosticDescriptor LimitExceeded = Error(
        "DARI006", "The document exceeds a limit", "{0}");

    public static readonly DiagnosticDescriptor PartLeftOut = Warning(
        "DARI007", "A part of the document was left out", "{0} was left out: {1}");

    public static readonly DiagnosticDescriptor InvalidItem = Error(
        "DARI008", "An OpenApiSpec item is not valid", "The OpenApiSpec item '{0}' is not valid: {1}");

    public static readonly DiagnosticDescriptor GeneratorFailed = Error(
        "DARI009",
        "The generator failed",
        "No client was generated from this document: {0}; please report this, with the document if you may share it");

    public static readonly DiagnosticDescriptor PackageIncomplete = Error(
        "DARI010",
        "A file of the generator is missing",
        "No client was generated from this document because a file of the package Dari.Generator does not load: {0}; delete the package from the NuGet cache and restore again");

    public static readonly DiagnosticDescriptor NamespaceTaken = Error(
        "DARI011",
        "Two documents share a namespace",
        "No client was generated from this document because '{0}' already fills the namespace '{1}'; give one of the two OpenApiSpec items a Namespace of its own");

    public static readonly DiagnosticDescriptor UndeclaredPathParameter = Warning(
        "DARI012", "A path parameter is not declared", "'{0}' in the path {1} is not declared; it is read as a required string");

    public static readonly DiagnosticDescriptor ReadLeniently = Warning(
        "DARI013", "A value is written in a way that OpenAPI does not know", "{0} should be {1}, not {2}; it is read as {3}");

    public static readonly DiagnosticDescriptor MisplacedKeyMark = Warning(
        "DARI038",
        "A mark for the idempotency key means nothing here",
        "'x-idempotency-key' at {0} is ignored: it says true on a header, or on a string member of a request body in JSON or form encoding");

    public static readonly DiagnosticDescriptor InvalidExtension = Warning(
        "DARI030", "An upload extension is not valid", "{0} is not valid: {1}; no methods for uploads are generated");

    public static readonly DiagnosticDescriptor ExtensionOperation = Warning(
        "DARI031",
        "An upload extension names an operation that is not there",
        "{0} names the operation '{1}', which this client does not have; no methods for uploads are generated");

    public static readonly DiagnosticDescriptor ExtensionMisfit = Warning(
        "DARI032",
        "An upload extension names something that is not there",
        "{0} does not fit: {1}; no methods for uploads are generated");

    public static readonly DiagnosticDescriptor ExtensionNeeds = Warning(
        "DARI033",
        "An upload cannot give an operation what it needs",
        "{0}: {1} also needs '{2}', which an upload cannot give; no methods for uploads are generated");

    public static readonly DiagnosticDescriptor InvalidWebhookExtension = Error(
        "DARI039", "What the document says about its webhooks does not hold", "{0} does not hold: {1}");

    public static readonly DiagnosticDescriptor UnnamedWebhookEvents = Describe(
        "DARI045",
        "Nothing tells the events of webhooks apart",
        "Nothing in the bodies of {0} and the webhooks beside it names the event: give its name to HandleAsync, or say where it stands with 'x-webhook-event'",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor SiblingsIgnored = Describe(
        "DARI014",
        "Keywords beside a reference are ignored",
        "{0} has {1} beside '$ref', which OpenAPI {2} ignores; 'allOf' with the reference, or OpenAPI 3.1, makes them count",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor VersionReadAs = Warning(
        "DARI015", "The version of OpenAPI is not known", "Version '{0}' is not known; the document is read as OpenAPI {1}");

    public static readonly DiagnosticDescriptor OverlayWithoutEffect = Warning(
        "DARI016", "An overlay action changes nothing", "{0} changes nothing: {1}");

    public static readonly DiagnosticDescriptor InvalidOverlay = Error(
        "DARI017", "An overlay is not valid", "{0} is not valid: {1}");

    public static readonly DiagnosticDescriptor OverlayUnused = Warning(
        "DARI018", "An overlay belongs to no document", "The OpenApiOverlay item '{0}' is not used: {1}");

    public static readonly DiagnosticDescriptor OtherVersion = Describe(
        "DARI019",
        "A keyword belongs to another version of OpenAPI",
        "{0} says '{1}', which OpenAPI {2} does not know; it is read all the same, and {3} says it properly",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor NameClash = Describe(
        "DARI020",
        "A name was already taken",
        "{0} would be called '{1}', which is taken: it is called '{2}'; 'x-dari-name' gives it another name",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor InvalidName = Warning(
        "DARI021", "A name that the document asks for cannot be used", "{0}: '{1}' is not used, because {2}");

    public static readonly DiagnosticDescriptor InvalidVendorName = Describe(
        "DARI022",
        "A name that the document gives for another generator cannot be used",
        "{0}: '{1}' is not used, because {2}",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor MediaTypeLeftOut = Describe(
        "DARI023",
        "A media type has no method",
        "{0}: nothing sends or reads {1}, because {2}",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor PatternUnchecked = Describe(
        "DARI024",
        "A pattern is not checked",
        "The pattern of {0} is not checked: .NET does not read '{1}'",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor HeaderOfConnection = Describe(
        "DARI025",
        "A header of the connection is not asked for",
        "{0}: '{1}' is not asked for, because the connection writes it itself; RequestOptions.Headers sets another value",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor NotApproved = Warning(
        "DARI040",
        "The document has changed since it was approved",
        "{0}: {1}: {2} (rule {3}); 'dari spec review' shows all that changed, 'dari spec review --approve' accepts it");

    public static readonly DiagnosticDescriptor InvalidLock = Error(
        "DARI041",
        "A lock cannot be read",
        "'{0}' is not the lock of a document: {1}; 'dari spec review --approve' writes it again");

    public static readonly DiagnosticDescriptor BrokenUse = Warning(
        "DARI050", "A pending change of a document breaks this code", "{0}");

    public static readonly DiagnosticDescriptor InvalidPolling = Warning(
        "DARI034", "What is said of polling does not fit the operation", "'x-polling' of {0} is ignored: {1}");

    public static readonly DiagnosticDescriptor InvalidPagination = Warning(
        "DARI035", "What is said of pages does not fit the operation", "'x-pagination' of {0} is ignored: {1}");

    public static readonly DiagnosticDescriptor InvalidEventStream = Warning(
        "DARI036", "What is said of a stream of events does not fit the operation", "'x-event-stream' of {0} is ignored: {1}");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Describe(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Describe(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Describe(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: "https://github.com/dari-generator/dari-generator/blob/main/docs/diagnostics/" + id + ".md");
}
