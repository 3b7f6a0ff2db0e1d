using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Review.Rules;
using Dari.Generator.Review.Surface;

namespace Dari.Generator.Review.Locks;

/// <summary>Which members a pending change breaks, and why, for the analyzer that looks at the code which uses them.</summary>
internal static class PendingUses
{
    public static IEnumerable<PendingUseModel> Of(SpecDiff diff) => diff.Changes
        .SelectMany(change => change.Api
            .Where(api => api.Level == Level.Breaking)
            .Select(api => Of(api, change)))
        .OfType<PendingUseModel>()
        .Distinct();

    private static PendingUseModel? Of(SurfaceChange change, ReviewChange cause)
    {
        SurfaceLine line = change.Old ?? change.New!;
        string reason = change.Message + Place(cause.NewLocation);
        PendingUseModel? use = line.Kind switch
        {
            SurfaceKind.Type => new PendingUseModel(line.Key, "", reason),
            SurfaceKind.Member or SurfaceKind.Value or SurfaceKind.Method => new PendingUseModel(line.Type, line.Name, reason),
            SurfaceKind.Case => new PendingUseModel(line.Key.Substring(line.Key.LastIndexOf(' ') + 1), "", reason),
            SurfaceKind.Conversion => new PendingUseModel(line.Type, "", reason),
            _ => null,
        };
        return use is null ? null : use with { Rule = change.Rule.Id, NewName = change.Rule == SurfaceRules.Renamed ? change.New!.Name : "" };
    }

    private static string Place(LocationInfo? location) => location is null
        ? ""
        : " (" + FileName(location.Path) + " line " + (location.LineSpan.Start.Line + 1).ToString(CultureInfo.InvariantCulture) + ")";

    private static string FileName(string path) => path.Split('/', '\\').Last();
}
