using System.Net;
using System.Text;

namespace Dari.Http;

/// <summary>The message of an error that a service answered with: made when somebody reads it, which callers that handle
/// the status never do.</summary>
/// <param name="Call">The call.</param>
/// <param name="Text">The message, where the body that the exception keeps is too short to make it of; else null.</param>
internal readonly record struct StatusMessage(Outgoing Call, string? Text)
{
    /// <summary>Which call was answered how.</summary>
    internal static string Answered(ApiRequest request, HttpStatusCode status)
    {
        // The standard's phrase, not the server's.
        using var standard = new HttpResponseMessage(status);
        string phrase = string.IsNullOrEmpty(standard.ReasonPhrase) ? "" : $" ({standard.ReasonPhrase})";
        return $"{request.Method} {request.Template} answered {(int)status}{phrase}";
    }

    /// <summary>The message with the service's own words, if it has any.</summary>
    internal static string Of(Outgoing call, HttpStatusCode status, string? words)
    {
        string answered = Answered(call.Request, status);
        return words is null ? answered : $"{answered}: {words}";
    }

    /// <summary>The same with the words that the body has.</summary>
    internal static string OfBody(Outgoing call, HttpStatusCode status, string? body) =>
        Of(call, status, body is null ? null : ErrorDetail.Find(Encoding.UTF8.GetBytes(body), call.Redaction));
}
