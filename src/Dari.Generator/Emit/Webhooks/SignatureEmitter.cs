using Dari.Generator.Model;

namespace Dari.Generator.Emit.Webhooks;

/// <summary>How deliveries are signed, as the runtime takes it; what the document leaves out the runtime knows.</summary>
internal static class SignatureEmitter
{
    public static Code Member(SignatureModel signature) => (signature.IsStandard, signature.ToleranceSeconds) switch
    {
        (true, null) => $"Signature = WebhookSignature.StandardWebhooks,",
        (true, { } seconds) => $"Signature = WebhookSignature.StandardWebhooks with {{ Tolerance = {Seconds(seconds)} }},",
        _ => $$"""
            Signature = new WebhookSignature
            {
                {{Members(signature)}}
            },
            """,
    };

    private static Code Members(SignatureModel signature) => Lines.Stacked(
        Text("Header", signature.Header),
        Value("Algorithm", $"WebhookAlgorithm", signature.Algorithm),
        Value("Encoding", $"WebhookEncoding", signature.Encoding),
        Text("Format", signature.Format),
        Text("Separator", signature.Separator),
        Text("Content", signature.Content),
        Text("TimestampHeader", signature.TimestampHeader),
        Text("TimestampEntry", signature.TimestampEntry),
        Text("IdHeader", signature.IdHeader),
        Text("IdMember", signature.IdMember),
        Text("VersionHeader", signature.VersionHeader),
        Text("Version", signature.Version),
        Value("Secret", $"WebhookEncoding", signature.Secret),
        Text("SecretPrefix", signature.SecretPrefix),
        Tolerance(signature.ToleranceSeconds));

    private static Code Tolerance(int? seconds) => seconds is { } some ? $"Tolerance = {Seconds(some)}," : Code.Drop;

    private static Code Seconds(int seconds) => $"TimeSpan.FromSeconds({seconds})";

    private static Code Text(string property, string? text) =>
        text is null ? Code.Drop : $"{Identifier.From(property)} = {Literal.String(text)},";

    private static Code Value(string property, Code type, string? member) =>
        member is null ? Code.Drop : $"{Identifier.From(property)} = {type}.{Identifier.From(member)},";
}
