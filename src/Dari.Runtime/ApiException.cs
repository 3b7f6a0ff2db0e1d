using System.Net;
using Dari.Http;

namespace Dari;

/// <summary>The service answered with an error, or with a body that cannot be read.</summary>
/// <remarks>
/// The message has method, path template, status and the service's own short words. What was sent as a credential is
/// blanked
/// out of it and of <see cref="Body"/>.
/// </remarks>
public class ApiException : Exception
{
    // By these the message is made when it is read; both null: it was given.
    private readonly Outgoing? _call;
    private string? _message;

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened, without secrets.</param>
    /// <param name="response">The response.</param>
    /// <param name="body">Its body as text, or null.</param>
    /// <param name="innerException">What kept the body from being read, or null.</param>
    public ApiException(string message, ResponseMetadata response, string? body, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentNullException.ThrowIfNull(response);
        Response = response;
        StatusCode = response.StatusCode;
        Body = body;
    }

    internal ApiException(StatusMessage message, ResponseMetadata response, string? body, Exception? innerException = null)
        : base(null, innerException)
    {
        _call = message.Call;
        _message = message.Text;
        Response = response;
        StatusCode = response.StatusCode;
        Body = body;
    }

    /// <inheritdoc/>
    public override string Message => _call is null ? base.Message : _message ??= StatusMessage.OfBody(_call, StatusCode, Body);

    /// <summary>The status of the response.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The body as text, at most 65,536 characters of it; null when there was none or it is binary.</summary>
    public string? Body { get; }

    /// <summary>Headers and timing of the response.</summary>
    public ResponseMetadata Response { get; }

    /// <summary>The id under which the service knows the request, or null.</summary>
    public string? RequestId => Response.RequestId;
}
