using Dari.Http;

namespace Dari;

/// <summary>The service answered with an error whose body its document describes.</summary>
/// <typeparam name="TError">The body.</typeparam>
public sealed class ApiException<TError> : ApiException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened, without secrets.</param>
    /// <param name="response">The response.</param>
    /// <param name="body">Its body as text.</param>
    /// <param name="error">Its body, read.</param>
    public ApiException(string message, ResponseMetadata response, string? body, TError error)
        : base(message, response, body) => Error = error;

    internal ApiException(StatusMessage message, ResponseMetadata response, string? body, TError error)
        : base(message, response, body) => Error = error;

    /// <summary>The body of the response.</summary>
    public TError Error { get; }
}
