using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Dari.OAuth;

/// <summary>What a server gave (RFC 6749, section 5.1).</summary>
/// <param name="Token">Of the kind bearer.</param>
/// <param name="Lifetime">Null: not said.</param>
/// <param name="RefreshToken">Null: that of before stays good.</param>
internal sealed record TokenAnswer(string Token, TimeSpan? Lifetime, string? RefreshToken)
{
    /// <exception cref="OAuthException">No token, or one that is sent in another way.</exception>
    internal static TokenAnswer Read(HttpStatusCode status, JsonElement json, string host)
    {
        string? kind = OAuthExchange.Text(json, "token_type");
        if (OAuthExchange.Text(json, "access_token") is not { Length: > 0 } token)
        {
            throw new OAuthException($"The authorization server {host} answered without an access token.", status, null);
        }

        if (kind is not null && !kind.Equals("bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw new OAuthException($"The authorization server {host} gave a token that is no bearer token.", status, null);
        }

        return new TokenAnswer(Credential.Checked(token), Seconds(json), OAuthExchange.Text(json, "refresh_token"));
    }

    // Some servers write the number as a text.
    private static TimeSpan? Seconds(JsonElement json)
    {
        if (!json.TryGetProperty("expires_in", out JsonElement value))
        {
            return null;
        }

        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds >= 0;
        return isNumber ? TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(365).TotalSeconds)) : null;
    }
}
