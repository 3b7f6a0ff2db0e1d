using Dari.Generator.Requests;
using Dari.Generator.Specs.Syntax;

namespace Dari.Review.Documents;

/// <summary>
/// Asks for a document that no project names. Two files of one name in two folders, or of two names, are two versions of
/// one client all the same.
/// </summary>
internal static class LoneDocument
{
    /// <param name="path">The document.</param>
    /// <param name="overlays">Overlays that are applied to it, in order.</param>
    /// <exception cref="DocumentException">A file cannot be read.</exception>
    public static ClientRequest Request(string path, IReadOnlyList<string> overlays) => Request(DiskText.Source(path), overlays);

    /// <param name="source">The text of the document, and the path at which it stands or will stand.</param>
    /// <param name="overlays">Overlays that are applied to it, in order.</param>
    /// <exception cref="DocumentException">A file cannot be read.</exception>
    public static ClientRequest Request(SpecSource source, IReadOnlyList<string> overlays)
    {
        SpecSource[] laid = [.. overlays.Select(DiskText.Source)];
        return new ClientRequest
        {
            Source = source,
            Namespace = "Client",
            ClientName = "Client",
            IsPublic = true,
            References = ReferencedFiles.Find([source, .. laid]).ToArray(),
            Overlays = laid,
        };
    }
}
