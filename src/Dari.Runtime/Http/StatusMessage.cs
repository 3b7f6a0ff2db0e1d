using System.Net;
using System.Text;

namespace Dari.Http;

/// <summary>The message of an error that a service answered with: made when somebody reads it, which callers that handle
/// the status never do.</summary>
internal sealed class StatusMessage(ApiRequest request, HttpStatusCode status, Redaction redaction, string? body, string? words)
{
    private string? _text;

    public override string ToString() => _text ??= Make();

    /// <summary>Which call was answered how.</summary>
    internal static string Answered(ApiRequest request, HttpStatusCode status)
    {
        // The standard's phrase, not the server's.
        using var standard = new HttpResponseMessage(status);
        string phrase = string.IsNullOrEmpty(standard.ReasonPhrase) ? "" : $" ({standard.ReasonPhrase})";
        return $"{request.Method} {request.Template} answered {(int)status}{phrase}";
    }

    private string Make()
    {
        string? detail = words ?? (body is null ? null : ErrorDetail.Find(Encoding.UTF8.GetBytes(body), redaction));
        string answered = Answered(request, status);
        return detail is null ? answered : $"{answered}: {detail}";
    }
}
