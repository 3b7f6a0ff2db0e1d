using System;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Naming.Operations;

/// <summary>Names of what a service sends by itself: <c>order.shipped</c> is handled by <c>OnOrderShipped</c>.</summary>
internal static class WebhookNames
{
    public static string Words(ApiOperation webhook, NameOverrides overrides) =>
        overrides.Operation(webhook) ?? MemberNames.Pascal(webhook.Path).TrimStart('_');

    /// <summary>What its body would be called.</summary>
    public static NameHint Payload(ApiOperation webhook, NameOverrides overrides) => new(Words(webhook, overrides) + "Payload");

    public static Contender Handler(ApiOperation webhook, NameOverrides overrides)
    {
        string words = Words(webhook, overrides);
        string on = SaysOn(words) ? words : "On" + words;
        string method = MemberNames.Pascal(webhook.Method.ToLowerInvariant());
        return new Contender([on, on + method, on + Owner(webhook), on + Owner(webhook) + method, on + MemberNames.Pascal(webhook.Pointer)]);
    }

    /// <summary>The path whose operation has a callback.</summary>
    private static string Owner(ApiOperation webhook)
    {
        string[] segments = webhook.Pointer.Split('/');
        return segments.Length > 2 && segments[1] == "paths" ? MemberNames.Pascal(segments[2].Replace("~1", "/").Replace("~0", "~")) : "";
    }

    // Callbacks are often called "onData".
    private static bool SaysOn(string words) =>
        words.Length > 2 && words.StartsWith("On", StringComparison.Ordinal) && char.IsUpper(words[2]);
}
