using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Review.Surface;

/// <summary>Finds what happened to the members that programs use.</summary>
internal sealed class SurfaceDiff
{
    private readonly Dictionary<string, SurfaceLine> _old;
    private readonly Dictionary<string, SurfaceLine> _new;

    private SurfaceDiff(IReadOnlyList<SurfaceLine> old, IReadOnlyList<SurfaceLine> now)
    {
        _old = old.ToDictionary(line => line.Key, StringComparer.Ordinal);
        _new = now.ToDictionary(line => line.Key, StringComparer.Ordinal);
    }

    public static IReadOnlyList<SurfaceChange> Compare(IReadOnlyList<SurfaceLine> old, IReadOnlyList<SurfaceLine> now) =>
        new SurfaceDiff(old, now).Run(old, now);

    private List<SurfaceChange> Run(IReadOnlyList<SurfaceLine> old, IReadOnlyList<SurfaceLine> now)
    {
        var changes = new List<SurfaceChange>();
        SurfaceLine[] gone = [.. old.Where(line => !_new.ContainsKey(line.Key))];
        SurfaceLine[] added = [.. now.Where(line => !_old.ContainsKey(line.Key))];
        ILookup<(SurfaceKind, string, string), SurfaceLine> byIdentity = added.ToLookup(Identity);

        var renamed = new HashSet<string>(StringComparer.Ordinal);
        foreach (SurfaceLine line in gone)
        {
            SurfaceLine[] same = [.. byIdentity[Identity(line)].Where(other => !renamed.Contains(other.Key))];
            if (line.Wire.Length > 0 && line.Kind is SurfaceKind.Type or SurfaceKind.Member or SurfaceKind.Method or SurfaceKind.Value && same.Length == 1)
            {
                changes.Add(new SurfaceChange(SurfaceRules.Renamed, line, same[0]));
                renamed.Add(line.Key);
                renamed.Add(same[0].Key);
            }
        }

        var whole = new HashSet<string>(gone.Concat(added).Where(line => line.Kind is SurfaceKind.Type or SurfaceKind.Method).Select(line => line.Key), StringComparer.Ordinal);
        changes.AddRange(gone.Where(line => !renamed.Contains(line.Key) && IsReported(line, whole)).Select(line => new SurfaceChange(SurfaceRules.Removed, line, null)));
        changes.AddRange(added.Where(line => !renamed.Contains(line.Key) && IsReported(line, whole)).Select(Added));
        changes.AddRange(old
            .Where(line => _new.TryGetValue(line.Key, out SurfaceLine? other) && other != line)
            .Select(line => (Old: line, New: _new[line.Key]))
            .Select(pair => SurfaceRulesFor.Change(pair.Old, pair.New) is { } rule ? new SurfaceChange(rule, pair.Old, pair.New) : null)
            .OfType<SurfaceChange>());
        return changes;
    }

    /// <summary>What belongs to something that is gone or new itself is not told apart from it; parameters are told with their method.</summary>
    private static bool IsReported(SurfaceLine line, HashSet<string> whole) => line.Kind switch
    {
        SurfaceKind.Type => true,
        SurfaceKind.Parameter or SurfaceKind.Outcome => false,
        _ => !whole.Contains(line.Type),
    };

    private static SurfaceChange Added(SurfaceLine line) => new(
        line.Kind == SurfaceKind.Member && line.Plain.StartsWith("required ", StringComparison.Ordinal) ? SurfaceRules.RequiredAdded : SurfaceRules.Added,
        null,
        line);

    /// <summary>By what is the same before and after a change of name: the place in the document, or the name on the wire.</summary>
    private static (SurfaceKind Kind, string Owner, string Wire) Identity(SurfaceLine line) =>
        (line.Kind, line.Kind is SurfaceKind.Member or SurfaceKind.Value ? line.Type : "", line.Wire);
}
