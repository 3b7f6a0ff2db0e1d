using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Dari.Uploads.Tickets;

/// <summary>The parts that the service has, and the digests with which they were sent.</summary>
/// <remarks>
/// Those from the first one on without a gap are folded into one digest, each new part's digest over the fold so far. A
/// ticket therefore has the same size for a thousand parts as for ten.
/// </remarks>
internal sealed record ConfirmedParts(int Count, string Fold, ImmutableSortedDictionary<int, string> Others)
{
    internal static ConfirmedParts None { get; } = new(0, "", ImmutableSortedDictionary<int, string>.Empty);

    internal int Total => Count + Others.Count;

    internal bool Has(int part) => part < Count || Others.ContainsKey(part);

    internal ConfirmedParts With(int part, string sha256)
    {
        if (Has(part))
        {
            return this;
        }

        ImmutableSortedDictionary<int, string> others = Others.Add(part, sha256);
        int count = Count;
        string fold = Fold;
        while (others.TryGetValue(count, out string? next))
        {
            others = others.Remove(count);
            fold = Next(fold, next);
            count++;
        }

        return new ConfirmedParts(count, fold, others);
    }

    internal static string Next(string fold, string sha256) =>
        Hex.Lower(SHA256.HashData(Encoding.ASCII.GetBytes(fold + sha256)));
}
