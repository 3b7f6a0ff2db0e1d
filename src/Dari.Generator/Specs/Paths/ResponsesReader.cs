using System;
using System.Collections.Generic;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Versions;

namespace Dari.Generator.Specs.Paths;

/// <summary>Reads the responses of an operation by status.</summary>
internal sealed class ResponsesReader(ReadContext context, IVersionParts parts)
{
    public IReadOnlyList<ApiResponse> Read(SpecPlace operation)
    {
        var responses = new List<ApiResponse>();
        if (operation.Member("responses") is not { } map || !context.ExpectObject(map, "an object of responses"))
        {
            return responses;
        }

        foreach ((string status, SpecPlace place) in map.Members)
        {
            if (status.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (!IsStatus(status))
            {
                context.ReportLeftOut(place, "'" + status + "' is no status, range such as 4XX, or 'default'");
            }
            else if (context.Follow(place, "a response") is { } response)
            {
                // From 3.1 on the place that refers may have its own description.
                string? own = context.SiblingsCount(place) ? context.Text(place, "description") : null;
                string? description = own ?? context.Text(response, "description");
                responses.Add(parts.Response(operation, response, Normalize(status), description));
            }
        }

        return responses;
    }

    private static string Normalize(string status) => status == "default" ? status : status.ToUpperInvariant();

    private static bool IsStatus(string status) =>
        status == "default"
        || (status.Length == 3
            && status[0] is >= '1' and <= '9'
            && ((IsDigit(status[1]) && IsDigit(status[2])) || (status[1] is 'X' or 'x' && status[2] is 'X' or 'x')));

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
