using Dari.Generator.Requests;

namespace Dari.Review.Projects;

/// <summary>An <c>OpenApiSpec</c> item with a lock.</summary>
/// <param name="Name">As the project writes it.</param>
/// <param name="Request">What the generator is asked for, with the files that the document refers to and its overlays.</param>
/// <param name="LockPath">The lock, which may not be there yet.</param>
/// <param name="SurfacePath">Where its surface file stands.</param>
internal sealed record LockedDocument(string Name, ClientRequest Request, string LockPath, string SurfacePath)
{
    public string Path => Request.Source.Path;
}
