using System.Collections.Generic;
using Dari.Generator.Specs.References;

namespace Dari.Generator.Specs.Paths;

/// <summary>Puts the parameters of a path item and of its operation together; the operation's win, by name and place.</summary>
internal sealed class ParameterFolder(ReadContext context)
{
    /// <summary>Each parameter once, references followed, those of the path item first.</summary>
    public IReadOnlyList<SpecPlace> Fold(SpecPlace? pathItemList, SpecPlace? operationList)
    {
        var folded = new List<SpecPlace>();
        var positions = new Dictionary<(string In, string Name), int>();
        foreach (((string In, string Name) identity, SpecPlace parameter) in Read(pathItemList))
        {
            positions.Add(identity, folded.Count);
            folded.Add(parameter);
        }

        foreach (((string In, string Name) identity, SpecPlace parameter) in Read(operationList))
        {
            if (positions.TryGetValue(identity, out int position))
            {
                folded[position] = parameter;
            }
            else
            {
                folded.Add(parameter);
            }
        }

        return folded;
    }

    private List<((string In, string Name) Identity, SpecPlace Parameter)> Read(SpecPlace? list)
    {
        var parameters = new List<((string In, string Name) Identity, SpecPlace Parameter)>();
        if (list is not { } place || !context.ExpectList(place, "a list of parameters"))
        {
            return parameters;
        }

        var seen = new HashSet<(string In, string Name)>();
        foreach (SpecPlace item in place.Items)
        {
            if (Identify(item) is not { } parameter)
            {
                continue;
            }

            if (seen.Add(parameter.Identity))
            {
                parameters.Add(parameter);
            }
            else
            {
                context.ReportLeftOut(item, "a parameter of this name and place stands before it");
            }
        }

        return parameters;
    }

    private ((string In, string Name) Identity, SpecPlace Parameter)? Identify(SpecPlace item)
    {
        if (context.Follow(item, "a parameter") is not { } parameter)
        {
            return null;
        }

        string place = context.Text(parameter, "in")?.ToLowerInvariant() ?? "";
        string? name = context.Text(parameter, "name");
        if (string.IsNullOrEmpty(name) && place is not ("body" or "querystring"))
        {
            context.ReportLeftOut(parameter, "it has no name");
            return null;
        }

        // Names of header fields are the same in any case (RFC 9110, 5.1).
        return ((place, place == "header" ? name!.ToLowerInvariant() : name ?? ""), parameter);
    }
}
