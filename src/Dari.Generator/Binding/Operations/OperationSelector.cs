using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dari.Generator.Requests;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>Keeps the operations that an item asks for by tag or path.</summary>
internal static class OperationSelector
{
    public static bool IsFiltered(ClientRequest request) => request.Tags.Count > 0 || request.Paths.Count > 0;

    public static IReadOnlyList<ApiOperation> Select(ClientRequest request, ApiDocument document)
    {
        if (!IsFiltered(request))
        {
            return document.Operations;
        }

        Regex[] paths = request.Paths.Select(Glob).ToArray();
        return document.Operations
            .Where(operation => request.Tags.Count == 0 || operation.Tags.Any(tag => request.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase)))
            .Where(operation => paths.Length == 0 || paths.Any(path => path.IsMatch(operation.Path)))
            .ToArray();
    }

    /// <summary>Webhooks have tags, but no path that an item could ask for.</summary>
    public static IReadOnlyList<ApiOperation> SelectWebhooks(ClientRequest request, ApiDocument document) =>
        !IsFiltered(request) ? document.Webhooks
        : document.Webhooks.Where(webhook => webhook.Tags.Any(tag => request.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase))).ToArray();

    /// <summary><c>*</c> stands for anything within a segment, <c>**</c> for anything.</summary>
    private static Regex Glob(string pattern)
    {
        string expression = Regex.Escape(pattern).Replace("\\*\\*", ".*").Replace("\\*", "[^/]*");
        return new Regex("^" + expression + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
