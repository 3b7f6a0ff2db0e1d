using System.Net;

namespace Dari;

/// <summary>An authorization server gave no token. What was sent as a secret is blanked out of the message.</summary>
public sealed class OAuthException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened, without secrets.</param>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="error">The error code of RFC 6749, section 5.2, or null.</param>
    public OAuthException(string message, HttpStatusCode statusCode, string? error)
        : base(message)
    {
        StatusCode = statusCode;
        Error = error;
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The error code, such as <c>invalid_client</c>, or null.</summary>
    public string? Error { get; }
}
