using System;

namespace Dari.Generator.Review.Contracts;

/// <summary>Extensions that change what a client sends, reads or offers.</summary>
internal static class OurExtensions
{
    // Neither diagnostics nor where a statement comes from are anything that both sides rely on.
    private static readonly string[] Silent = ["x-dari-suppress", "x-dari-evidence"];

    private static readonly string[] OfSchemas = ["x-enum-varnames", "x-enumNames", "x-ms-enum", "x-query-prefix", "x-sunset"];

    private static readonly string[] OfOperations =
    [
        "x-sunset", "x-idempotency-key", "x-polling", "x-pagination", "x-event-stream", "x-resumable-upload", "x-webhook-event", "x-webhook-signature",
    ];

    public static bool IsOfSchema(string name) => IsNamed(name) || Array.IndexOf(OfSchemas, name) >= 0;

    /// <summary>Also those that the document says for all its operations.</summary>
    public static bool IsOfOperation(string name) => IsNamed(name) || Array.IndexOf(OfOperations, name) >= 0;

    private static bool IsNamed(string name) => name.StartsWith("x-dari-", StringComparison.Ordinal) && Array.IndexOf(Silent, name) < 0;
}
