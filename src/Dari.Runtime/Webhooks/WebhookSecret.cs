using System.Text;

namespace Dari.Webhooks;

/// <summary>The bytes of a secret.</summary>
internal static class WebhookSecret
{
    internal static byte[] Decode(string secret, WebhookSignature signature)
    {
        string text = signature.SecretPrefix is { } prefix && (secret ?? "").StartsWith(prefix, StringComparison.Ordinal)
            ? secret![prefix.Length..]
            : secret ?? "";
        byte[] bytes = [];
        bool isRead = signature.Secret == WebhookEncoding.Text || WebhookMacs.TryDecode(text, signature.Secret, out bytes);
        bytes = signature.Secret == WebhookEncoding.Text ? Encoding.UTF8.GetBytes(text) : bytes;

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
