using Dari.Review.Documents;

namespace Dari.Review.Projects;

/// <summary>An <c>OpenApiSpec</c> item with a lock.</summary>
/// <param name="Name">As the project writes it.</param>
/// <param name="Path">The document.</param>
/// <param name="LockPath">The lock, which may not be there yet.</param>
/// <param name="Options">What the item asks for.</param>
internal sealed record LockedDocument(string Name, string Path, string LockPath, DocumentOptions Options);
