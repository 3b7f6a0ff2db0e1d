namespace Dari.Generator.Specs.References;

/// <summary>The other documents of the build, for references that leave the one that is read. Nothing else is ever opened.</summary>
internal interface ISpecLibrary
{
    /// <summary>
    /// The document that a reference names, or <see langword="null"/>. The same instance for the same document, so that
    /// one place is one schema, and the document that is read itself when the reference names that.
    /// </summary>
    /// <param name="from">The document in which the reference stands.</param>
    /// <param name="reference">The part before <c>#</c>, as written: a relative path or a URL.</param>
    SpecFile? Find(SpecFile from, string reference);
}
