using System.Text;

namespace Dari.Webhooks;

/// <summary>The bytes of a secret.</summary>
internal static class WebhookSecret
{
    internal static byte[] Decode(string secret, WebhookSignature signature)
    {
        ArgumentNullException.ThrowIfNull(secret);
        bool hasPrefix = signature.SecretPrefix is { } prefix && secret.StartsWith(prefix, StringComparison.Ordinal);
        string text = hasPrefix ? secret[signature.SecretPrefix!.Length..] : secret;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        bool isRead = signature.Secret == WebhookEncoding.Text
            || WebhookMacs.TryDecode(text, signature.Secret, out bytes);

        // Not the secret in the message.
        return isRead && bytes.Length > 0
            ? bytes
            : throw new ArgumentException(
                signature.Secret == WebhookEncoding.Text
                    ? "A secret of a webhook is empty."
                    : $"A secret of a webhook is empty or not written in {signature.Secret.ToString().ToLowerInvariant()}.",
                nameof(secret));
    }
}
