using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Webhooks;

/// <summary>
/// A webhook or callback under the name that the document gives it. <see cref="IsCallback"/>: it is sent to an address of
/// the caller, and nothing in it has to name it.
/// </summary>
internal sealed record WebhookEvent(string Name, ApiOperation Operation, ApiMediaType? Media, bool IsCallback);
