using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Review.Surface;

namespace Dari.Generator.Review.Locks;

/// <summary>
/// The version of a document that somebody approved: digests that tell at a glance whether it still is the same, and the
/// contract and the surface themselves, so that what changed can be told without the old document.
/// </summary>
/// <param name="Document">File name of the document, for people.</param>
/// <param name="Meaning">Digest of the contract; no order and no word for people changes it.</param>
/// <param name="Words">Digest of descriptions, summaries, titles and examples.</param>
/// <param name="Api">Digest of the surface.</param>
/// <param name="Contract">Lines of <see cref="ContractText"/>.</param>
/// <param name="Surface">Lines of the surface file.</param>
internal sealed record SpecLock(
    string Document, string Meaning, string Words, string Api, IReadOnlyList<string> Contract, IReadOnlyList<string> Surface)
{
    public static SpecLock Of(SpecVersion version, string document)
    {
        string[] surface = [.. version.Surface.Select(line => line.ToString())];
        return new SpecLock(
            document,
            Digest.Of(ContractText.WriteUnordered(version.Contract)),
            Digest.Of(ContractText.Words(version.Contract)),
            Digest.Of(surface),
            ContractText.Write(version.Contract),
            surface);
    }

    /// <summary>Whether a version is the approved one, its words for people aside.</summary>
    public bool Approves(SpecVersion version) =>
        Meaning == Digest.Of(ContractText.WriteUnordered(version.Contract))
        && Api == Digest.Of(version.Surface.Select(line => line.ToString()));

    /// <summary>What was approved, to compare with; <see langword="null"/> when the lock does not hold what its digests say.</summary>
    public SpecVersion? ToVersion()
    {
        if (ContractText.Read(Contract) is not { } contract
            || Digest.Of(ContractText.WriteUnordered(contract)) != Meaning
            || Digest.Of(Surface) != Api)
        {
            return null;
        }

        SurfaceLine?[] surface = [.. Surface.Select(SurfaceLine.Parse)];
        return surface.Any(line => line is null) ? null : new SpecVersion(contract, [.. surface.OfType<SurfaceLine>()]) { WordsDigest = Words };
    }
}
