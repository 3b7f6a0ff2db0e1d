using System;
using System.Linq;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>Headers that a document may declare as parameters, and that nobody who calls has to know.</summary>
internal static class HeadersNotAsked
{
    // OpenAPI says that these three are ignored; credentials and media types are declared elsewhere.
    private static readonly string[] DeclaredElsewhere = ["Accept", "Content-Type", "Authorization"];

    // What the connection writes about itself and about the length of a message (RFC 9110, 7.2, 7.6.1 and 8.6; RFC 9112).
    private static readonly string[] OfConnection =
    [
        "Connection", "Content-Length", "Host", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    ];

    public static bool IsDeclaredElsewhere(ApiParameter parameter) => IsOneOf(parameter, DeclaredElsewhere);

    public static bool IsOfConnection(ApiParameter parameter) => IsOneOf(parameter, OfConnection);

    private static bool IsOneOf(ApiParameter parameter, string[] names) =>
        parameter.In == ApiParameterLocation.Header && names.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase);
}
