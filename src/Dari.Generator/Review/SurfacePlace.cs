using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Review.Surface;

namespace Dari.Generator.Review;

/// <summary>Finds the place of a contract that a line of a surface was made of.</summary>
internal sealed class SurfacePlace(IReadOnlyList<SurfaceLine> surface)
{
    private readonly Dictionary<string, SurfaceLine> _types = surface
        .Where(line => line.Kind is SurfaceKind.Type or SurfaceKind.Method)
        .ToDictionary(line => line.Key, StringComparer.Ordinal);

    /// <summary>The group and the path in it; an empty group for what belongs to the client as a whole.</summary>
    public (string Group, string Path) Of(SurfaceLine line)
    {
        switch (line.Kind)
        {
            case SurfaceKind.Method:
                return (PointerWords.Split(line.Wire).Group, "");
            case SurfaceKind.Parameter or SurfaceKind.Outcome:
                return (_types.TryGetValue(line.Owner, out SurfaceLine? method) ? method.Wire : "", "");
            case SurfaceKind.Type:
                return PointerWords.Split(line.Wire);
        }

        if (_types.TryGetValue(line.Type, out SurfaceLine? holder) && holder.Plain.StartsWith(WebhookSurface.Receiver, StringComparison.Ordinal))
        {
            return (PointerWords.Split(line.Wire).Group, "");
        }

        (string group, string path) = _types.TryGetValue(line.Type, out SurfaceLine? type) ? PointerWords.Split(type.Wire) : ("", "");
        string step = line.Kind switch
        {
            SurfaceKind.Value => "value " + line.Wire,
            SurfaceKind.Member when line.Wire == "*" => "",
            SurfaceKind.Member when group.Contains(" /") && path.Length == 0 => line.Wire.Split(',')[0],
            SurfaceKind.Member => "." + line.Wire,
            _ => "",
        };
        return (group, (path + " " + step).Trim());
    }
}
