namespace Dari.Generator.Review.Callers;

/// <summary>What a diagnostic about a broken use says to the code actions for it.</summary>
internal static class BrokenUseProperties
{
    /// <summary>Id of the rule, such as <see cref="Renamed"/>.</summary>
    public const string Rule = "rule";

    /// <summary>Name of the member; of the type where that is what changed.</summary>
    public const string Name = "name";

    /// <summary>What it is called now; empty where it is gone.</summary>
    public const string NewName = "newName";

    public const string Renamed = "api-renamed";

    public const string BecameNullable = "api-became-nullable";

    public const string Removed = "api-removed";
}
