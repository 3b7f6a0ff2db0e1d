namespace Dari.Generator.Review.Comparing;

/// <summary>On which sides of a comparison a part is.</summary>
internal enum Difference
{
    /// <summary>On both, and it is another one.</summary>
    Changed,

    /// <summary>On the new side alone.</summary>
    Added,

    /// <summary>On the old side alone.</summary>
    Removed,
}
