namespace Dari.Package.Tests;

/// <summary>All test classes share one feed and run one after the other: a build uses every core already.</summary>
[CollectionDefinition(Name)]
public sealed class PackageTests : ICollectionFixture<PackageFeed>
{
    /// <summary>The collection.</summary>
    public const string Name = "Packages";
}
