using System.Collections.Immutable;
using Dari.Generator.Diagnostics;
using Dari.Generator.Requests;
using Dari.Generator.Requests.Linking;

namespace Dari.Review.Projects;

/// <summary>What a build would ask the generator for, found by the generator's own reading of the project's files.</summary>
internal static class ProjectRequests
{
    public static ImmutableArray<Bound<ClientRequest>> Read(
        IReadOnlyList<BuildFile> files, BuildOptionsProvider options, CancellationToken cancellationToken)
    {
        BuildFile[] readable = [.. files.Where(file => ClientRequestReader.IsReadable(file, options))];
        BuildDocument[] documents = [.. readable.Select(file => ClientRequestReader.ReadDocument(file, cancellationToken)).OfType<BuildDocument>()];
        DocumentNames[] names = [.. documents.Select(document => NameFinder.Names(document.Source))];
        ImmutableArray<Bound<ClientRequest>> asked =
        [
            .. readable.Where(file => ClientRequestReader.IsAsked(file, options))
                .Select(file => ClientRequestReader.Read(file, options, cancellationToken)),
        ];
        return RequestLinker.Link(
            RequestAdmission.Admit(asked),
            [.. documents.Select(document => NameFinder.Mentions(document.Source, names))],
            [.. readable.Select(file => ClientRequestReader.ReadOverlay(file, options, cancellationToken)).OfType<OverlayItem>()]);
    }
}
